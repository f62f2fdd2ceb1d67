/** What `localStorage` and `sessionStorage` are. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export function memoryStorage(): KeyValueStorage {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

/** Browser storage where the browser allows it; private windows, full disks and sandboxed frames fall back to memory. */
export function browserStorage(kind: 'local' | 'session'): KeyValueStorage {
  const memory = memoryStorage();
  const attempt = <T>(use: (storage: KeyValueStorage) => T): T => {
    try {
      // Even reading the property throws where storage is forbidden.
      return use(kind === 'local' ? window.localStorage : window.sessionStorage);
    } catch {
      return use(memory);
    }
  };
  return {
    getItem: (key) => attempt((s) => s.getItem(key)) ?? memory.getItem(key),
    setItem: (key, value) => attempt((s) => s.setItem(key, value)),
    removeItem: (key) => {
      memory.removeItem(key);
      attempt((s) => s.removeItem(key));
    },
  };
}
