import type { FieldValues, FormSpec, Json, JsonSchema, Names } from '@grainline/client';

/** How a field is shown; the part of docs/forms.md that a visitor sees. */
interface Hint { labels?: Names; help?: Names; placeholder?: Names; widget?: string; requesterSees?: boolean; options?: Record<string, Names> }
interface Hints { order?: string[]; fields?: Record<string, Hint> }

export interface Question {
  /** Path, such as `address.city`. */
  path: string;
  label: string;
  help: string;
  placeholder: string;
  widget: string;
  required: boolean;
  schema: JsonSchema;
  options: { value: string; label: string }[];
}

/** The language itself, its family, else English. */
export function named(names: Names | undefined, locale: string, otherwise: string): string {
  if (!names) return otherwise;
  const family = locale.split('-')[0]!;
  return names[locale] ?? names[family] ?? Object.entries(names).find(([tag]) => tag.split('-')[0] === family)?.[1] ?? names['en'] ?? otherwise;
}

const byFormat: Record<string, string> = { date: 'date', time: 'time', 'date-time': 'datetime', email: 'email', uri: 'url' };

function widgetOf(schema: JsonSchema): string {
  if (schema.enum) return 'select';
  if (schema.type === 'boolean') return 'checkbox';
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  if (schema.type === 'array') return schema.items?.enum ? 'checkboxes' : 'list';
  return byFormat[schema.format ?? ''] ?? (typeof schema['maxLength'] === 'number' && schema['maxLength'] > 200 ? 'textarea' : 'text');
}

/** What the visitor is asked, in the order of the hints; groups inside a field become questions of their own. */
export function questionsOf(spec: FormSpec, locale: string): Question[] {
  const hints = spec.hints as Hints;
  const all = Object.keys(spec.schema.properties ?? {});
  const order = (hints.order ?? []).filter((n) => all.includes(n));
  const names = [...order, ...all.filter((n) => !order.includes(n))].filter((n) => hints.fields?.[n]?.requesterSees);
  return names.flatMap((n) => ask(n, spec.schema.properties![n]!, hints.fields?.[n] ?? {}, spec.schema.required?.includes(n) ?? false, locale));
}

function ask(path: string, schema: JsonSchema, hint: Hint, required: boolean, locale: string): Question[] {
  const inner = Object.entries(schema.properties ?? {});
  if (inner.length > 0) return inner.flatMap(([n, s]) => ask(`${path}.${n}`, s, {}, required && (schema.required?.includes(n) ?? false), locale));
  const name = path.split('.').at(-1)!;
  return [{
    path, schema, required, widget: hint.widget ?? widgetOf(schema),
    label: named(hint.labels, locale, schema.title ?? name),
    help: named(hint.help, locale, schema.description ?? ''),
    placeholder: named(hint.placeholder, locale, ''),
    options: (schema.enum ?? schema.items?.enum ?? []).map((v) => ({ value: String(v), label: named(hint.options?.[String(v)], locale, String(v)) })),
  }];
}

/** What the controls say, as values of the schema; what was left empty is left out. */
export function valuesOf(questions: readonly Question[], data: FormData): FieldValues {
  const values: FieldValues = {};
  for (const q of questions) {
    const value = valueOf(q, data);
    if (value !== undefined) put(values, q.path.split('.'), value);
  }
  return values;
}

function valueOf({ path, widget, schema }: Question, data: FormData): Json | undefined {
  const text = String(data.get(path) ?? '').trim();
  const typed = (choice: string): Json => (schema.enum ?? schema.items?.enum ?? []).find((v) => String(v) === choice) ?? choice;
  switch (widget) {
    case 'checkbox': return data.has(path) ? true : schema.const === true ? undefined : false;
    case 'checkboxes': return data.getAll(path).length > 0 ? data.getAll(path).map((v) => typed(String(v))) : undefined;
    case 'list': return text === '' ? undefined : text.split(/\n/).map((l) => l.trim()).filter((l) => l !== '');
    case 'number': case 'money': return text === '' ? undefined : Number(text);
    case 'datetime': return text === '' ? undefined : new Date(text).toISOString();
    case 'time': return text === '' ? undefined : `${text.length === 5 ? `${text}:00` : text}Z`;
    case 'select': case 'radio': return text === '' ? undefined : typed(text);
    default: return text === '' ? undefined : text;
  }
}

function put(into: FieldValues, [first, ...rest]: string[], value: Json): void {
  if (first === undefined) return;
  if (rest.length === 0) into[first] = value;
  else put((into[first] ??= {}) as FieldValues, rest, value);
}

/** The server names the field of a refusal first: `'items[2].name' is missing.` */
export const fieldIn = (message: string): string | null => /^'([^']+)'/.exec(message)?.[1]?.replace(/\[\d+\].*$/, '') ?? null;
