import type { SignedIdentity } from '@grainline/client';

/** What the script tag said. */
export interface WidgetConfig {
  site: string;
  baseUrl: string;
  lang: 'en' | 'zh';
  accent: string;
  /** Suggested first questions. */
  topics: string[];
  /** A public form that can be filled in at any time; null for none. */
  form: string | null;
}

/** What the panel gives the loader. */
export interface PanelHandle {
  setOpen(open: boolean): void;
  identify(identity: SignedIdentity | null): void;
  attributes(attributes: Record<string, string>): void;
}

/** What the loader gives the panel. */
export interface PanelHost {
  shadow: ShadowRoot;
  config: WidgetConfig;
  close(): void;
  badge(unread: number): void;
}

/** Set once a visitor has an open conversation, so that the next page knows to load the panel for the badge. */
export const liveKey = (site: string): string => `grainline.${site}.live`;
