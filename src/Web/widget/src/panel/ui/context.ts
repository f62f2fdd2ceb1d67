import type { AttachmentView, Files } from '@grainline/client';
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
  /** Sends the words with what the page says of itself. */
  send(text: string, files?: AttachmentView[]): void;
  /** Uploads and downloads of this visitor; each tab does its own. */
  files: Files;
  close(): void;
}

export const Around = createContext<Surroundings | null>(null);

export function useAround(): Surroundings {
  const around = useContext(Around);
  if (!around) throw new Error('Drawn outside the panel.');
  return around;
}
