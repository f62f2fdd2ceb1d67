import type { FieldValues, FormSpec, Json, JsonSchema, Names } from '@grainline/client';
import { nameIn } from '../../state/desk';

export const widgets = [
  'text',
  'textarea',
  'number',
  'money',
  'select',
  'radio',
  'checkbox',
  'checkboxes',
  'date',
  'time',
  'datetime',
  'email',
  'url',
  'list',
] as const;
export type Widget = (typeof widgets)[number];

/** How one field is shown; the shape of docs/forms.md. */
export interface FieldHint {
  labels?: Names;
  help?: Names;
  placeholder?: Names;
  widget?: Widget;
  section?: string;
  requesterSees?: boolean;
  /** Labels of an enumeration's values. */
  options?: Record<string, Names>;
}

export interface FormHints {
  order?: string[];
  sections?: { id: string; labels: Names }[];
  fields?: Record<string, FieldHint>;
}

export interface FormField {
  name: string;
  schema: JsonSchema;
  label: string;
  help: string | undefined;
  placeholder: string | undefined;
  /** `object` is a group of fields of its own. */
  widget: Widget | 'object';
  required: boolean;
  options: { value: string; label: string; of: Json }[];
  /** Of an object. */
  fields: FormField[];
}

export interface FormSection {
  id: string;
  title: string | null;
  fields: FormField[];
}

export const hintsOf = (spec: FormSpec): FormHints => (spec.hints ?? {}) as FormHints;

/** A reference inside the same schema, followed; more than a few in a row are a circle. */
export function resolved(schema: JsonSchema, root: JsonSchema): JsonSchema {
  let found = schema;
  for (let i = 0; i < 8 && typeof found.$ref === 'string' && found.$ref.startsWith('#'); i++) {
    const { $ref, ...beside } = found;
    const target = String($ref)
      .split('/')
      .slice(1)
      .reduce<unknown>(
        (at, key) => (at as Record<string, unknown> | undefined)?.[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')],
        root,
      );
    found = { ...((target ?? {}) as JsonSchema), ...beside };
  }
  return found;
}

/** The control that fits a schema for which no hint names one. */
export function widgetOf(schema: JsonSchema): FormField['widget'] {
  if (schema.enum) return 'select';
  switch (schema.type) {
    case 'boolean':
      return 'checkbox';
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return schema.items?.enum ? 'checkboxes' : 'list';
    case 'object':
      return 'object';
  }
  const formats: Record<string, Widget> = { date: 'date', time: 'time', 'date-time': 'datetime', email: 'email', uri: 'url' };
  return formats[schema.format ?? ''] ?? (typeof schema.maxLength === 'number' && schema.maxLength > 200 ? 'textarea' : 'text');
}

function fieldOf(name: string, given: JsonSchema, required: boolean, hint: FieldHint, language: string, root: JsonSchema): FormField {
  const schema = resolved(given, root);
  const values = (schema.items ? resolved(schema.items, root).enum : undefined) ?? schema.enum ?? [];
  const props = schema.type === 'object' ? Object.entries(schema.properties ?? {}) : [];
  return {
    name,
    schema,
    label: nameIn(hint.labels, language, schema.title ?? name),
    help: hint.help ? nameIn(hint.help, language, '') || undefined : schema.description,
    placeholder: hint.placeholder ? nameIn(hint.placeholder, language, '') || undefined : undefined,
    widget: props.length > 0 ? 'object' : (hint.widget ?? widgetOf({ ...schema, ...(schema.items ? { items: resolved(schema.items, root) } : {}) })),
    required,
    options: values.map((of) => ({ value: String(of), label: nameIn(hint.options?.[String(of)], language, String(of)), of })),
    fields: props.map(([key, child]) => fieldOf(key, child, (schema.required ?? []).includes(key), {}, language, root)),
  };
}

/** The first level's names: those that the hints order first, then the schema's own order. */
export function fieldNames(spec: FormSpec): string[] {
  const all = Object.keys(spec.schema.properties ?? {});
  const order = (hintsOf(spec).order ?? []).filter((n) => all.includes(n));
  return [...order, ...all.filter((n) => !order.includes(n))];
}

/** The form as it is drawn: fields without a section first, then section by section. */
export function sectionsOf(spec: FormSpec, language: string, only?: (hint: FieldHint) => boolean): FormSection[] {
  const hints = hintsOf(spec);
  const names = fieldNames(spec).filter((n) => only === undefined || only(hints.fields?.[n] ?? {}));
  const sections = [{ id: '', labels: undefined as Names | undefined }, ...(hints.sections ?? [])];
  return sections
    .map(({ id, labels }) => ({
      id,
      title: id === '' ? null : nameIn(labels, language, id),
      fields: names
        .filter((n) => (hints.fields?.[n]?.section ?? '') === id)
        .map((n) =>
          fieldOf(n, spec.schema.properties?.[n] ?? {}, (spec.schema.required ?? []).includes(n), hints.fields?.[n] ?? {}, language, spec.schema),
        ),
    }))
    .filter((s) => s.fields.length > 0);
}

/** What a field of the first level is called; null when the form has none of that name. */
export function fieldLabel(spec: FormSpec, name: string, language: string): string | null {
  const schema = spec.schema.properties?.[name];
  return schema ? nameIn(hintsOf(spec).fields?.[name]?.labels, language, schema.title ?? name) : null;
}

/** What has to be sent so that `before` becomes `after`: null takes a field away. */
export function fieldsPatch(before: FieldValues, after: FieldValues): FieldValues {
  const patch: FieldValues = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) patch[name] = after[name] ?? null;
  }
  return patch;
}

/** The values that another form has a place for. */
export const carried = (values: FieldValues, spec: FormSpec): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name in (spec.schema.properties ?? {})));
