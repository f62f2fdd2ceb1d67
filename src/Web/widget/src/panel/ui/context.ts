import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WidgetConfig } from '../../shared/contract';
import type { Actions } from '../state';
import type { Texts } from '../texts';

export interface Surroundings {
  t: Texts;
  locale: string;
  config: WidgetConfig;
  actions: Actions;
  /** What the page says of itself, sent with the first message. */
  attributes(): Record<string, string>;
  close(): void;
}

export const Around = createContext<Surroundings | null>(null);

export function useAround(): Surroundings {
  const around = useContext(Around);
  if (!around) throw new Error('Drawn outside the panel.');
  return around;
}
