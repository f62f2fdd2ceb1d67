import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { local, readJson } from '../common/stored';
import type { Scheme } from './theme';

export type Appearance = Scheme | 'system';

interface Preferences {
  appearance: Appearance;
  muted: boolean;
  set(change: Partial<Pick<Preferences, 'appearance' | 'muted'>>): void;
}

const key = 'grainline.preferences';

function stored(): Pick<Preferences, 'appearance' | 'muted'> {
  const value = readJson<Preferences>(local, key) ?? {};
  return { appearance: value.appearance === 'light' || value.appearance === 'dark' ? value.appearance : 'system', muted: value.muted === true };
}

export const usePreferences = create<Preferences>((set, get) => ({
  ...stored(),
  set: (change) => {
    set(change);
    const { appearance, muted } = get();
    local.setItem(key, JSON.stringify({ appearance, muted }));
  },
}));

const darkness = window.matchMedia('(prefers-color-scheme: dark)');
function onDarkness(changed: () => void): () => void {
  darkness.addEventListener('change', changed);
  return () => darkness.removeEventListener('change', changed);
}

export function useScheme(): Scheme {
  const appearance = usePreferences((p) => p.appearance);
  const systemDark = useSyncExternalStore(onDarkness, () => darkness.matches);
  return appearance === 'system' ? (systemDark ? 'dark' : 'light') : appearance;
}
