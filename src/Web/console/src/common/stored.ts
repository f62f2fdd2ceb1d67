import { browserStorage, type KeyValueStorage } from '@grainline/client';

/** What outlives the tab, and what ends with it; in memory where the browser forbids both. */
export const local = browserStorage('local');
export const ofTab = browserStorage('session');

/** Null for nothing, and for what somebody else has written there: that is thrown away. */
export function readJson<T extends object>(storage: KeyValueStorage, key: string): Partial<T> | null {
  const json = storage.getItem(key);
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value as Partial<T>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  storage.removeItem(key);
  return null;
}
