import type { Dictionary } from '../i18n/en';

export interface SetupForm {
  code: string;
  tenantName: string;
  tenant: string;
  name: string;
  login: string;
  password: string;
  repeat: string;
  /** One origin a line. */
  origins: string;
}

export const originLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((l) => l.trim())
    .filter(Boolean);

/** An origin is a scheme, a host and perhaps a port: nothing after them. */
export function isOrigin(line: string): boolean {
  if (!URL.canParse(line)) return false;
  const url = new URL(line);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === line.toLowerCase();
}

/** A company id out of its name, where the name has letters for one. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');

/** What is wrong, by field, in the reader's words. */
export function setupErrors(f: SetupForm, t: Dictionary): Partial<Record<keyof SetupForm, string>> {
  const errors: Partial<Record<keyof SetupForm, string>> = {};
  for (const field of ['code', 'tenantName', 'tenant', 'name', 'login', 'password', 'repeat'] as const)
    if (f[field].trim() === '') errors[field] = t.setup.required;
  if (!errors.tenant && !/^[a-z0-9][a-z0-9-]{1,39}$/.test(f.tenant)) errors.tenant = t.setup.badTenant;
  if (!errors.login && !/^[!-.0-~]{2,120}$/.test(f.login)) errors.login = t.setup.badLogin;
  if (!errors.password && f.password.length < 10) errors.password = t.setup.shortPassword;
  if (!errors.repeat && f.repeat !== f.password) errors.repeat = t.setup.mismatch;
  const bad = originLines(f.origins).find((line) => !isOrigin(line));
  if (bad !== undefined) errors.origins = t.setup.badOrigin(bad);
  return errors;
}
