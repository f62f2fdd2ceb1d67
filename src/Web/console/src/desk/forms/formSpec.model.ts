import type { FieldStep, FormSpec, JsonSchema } from '@grainline/client';
import { fieldNames, hintsOf, widgetOf, type FieldHint, type FormHints, type Widget } from '../../tickets/forms/form.model';

/** What of a schema a control of another kind can keep. */
const shared = ['title', 'description'];

const shapes: Record<Widget, JsonSchema> = {
  text: { type: 'string', maxLength: 200 },
  textarea: { type: 'string', maxLength: 4000 },
  email: { type: 'string', format: 'email' },
  url: { type: 'string', format: 'uri' },
  date: { type: 'string', format: 'date' },
  time: { type: 'string', format: 'time' },
  datetime: { type: 'string', format: 'date-time' },
  number: { type: 'number' },
  money: { type: 'number', minimum: 0 },
  checkbox: { type: 'boolean' },
  select: { type: 'string', enum: ['a', 'b'] },
  radio: { type: 'string', enum: ['a', 'b'] },
  checkboxes: { type: 'array', items: { type: 'string', enum: ['a', 'b'] }, uniqueItems: true },
  list: { type: 'array', items: { type: 'string', maxLength: 200 } },
};

export const schemaOf = (spec: FormSpec, name: string): JsonSchema => spec.schema.properties?.[name] ?? {};
export const hintOf = (spec: FormSpec, name: string): FieldHint => hintsOf(spec).fields?.[name] ?? {};

/** How a field is drawn now; `object` and what the table has no word for stand in the source only. */
export function kindOf(spec: FormSpec, name: string): Widget | 'object' {
  const hint = hintOf(spec, name).widget;
  return hint ?? widgetOf(schemaOf(spec, name));
}

export const isRequired = (spec: FormSpec, name: string): boolean => (spec.schema.required ?? []).includes(name);

function put(spec: FormSpec, schema: Partial<JsonSchema>, hints: Partial<FormHints>): FormSpec {
  return { ...spec, schema: { ...spec.schema, ...schema }, hints: { ...spec.hints, ...hints } };
}

export function withHint(spec: FormSpec, name: string, change: Partial<FieldHint>): FormSpec {
  const fields = hintsOf(spec).fields ?? {};
  const next = Object.fromEntries(Object.entries({ ...fields[name], ...change }).filter(([, v]) => v !== undefined)) as FieldHint;
  return put(spec, {}, { fields: { ...fields, [name]: next } });
}

export function withSchema(spec: FormSpec, name: string, schema: JsonSchema): FormSpec {
  return put(spec, { properties: { ...spec.schema.properties, [name]: schema } }, {});
}

export function withKind(spec: FormSpec, name: string, widget: Widget): FormSpec {
  const old = schemaOf(spec, name);
  const values = old.enum ?? old.items?.enum;
  const shape = structuredClone(shapes[widget]);
  // Choices outlive a change between the kinds that have them.
  if (values && shape.enum) shape.enum = values;
  if (values && shape.items?.enum) shape.items.enum = values;
  const kept = Object.fromEntries(shared.filter((k) => k in old).map((k) => [k, old[k]]));
  const next = withHint(withSchema(spec, name, { ...kept, ...shape }), name, { widget });
  return choices(next, name).length > 0 ? next : withHint(next, name, { options: undefined } as never);
}

export function withRequired(spec: FormSpec, name: string, on: boolean): FormSpec {
  const required = (spec.schema.required ?? []).filter((n) => n !== name);
  const { required: _, ...rest } = spec.schema;
  const next = on ? [...required, name] : required;
  return { ...spec, schema: next.length > 0 ? { ...rest, required: next } : rest };
}

export const choices = (spec: FormSpec, name: string): string[] => {
  const schema = schemaOf(spec, name);
  return (schema.enum ?? schema.items?.enum ?? []).map(String);
};

/** One choice a line: `value | English | 中文`. */
export function choiceLines(spec: FormSpec, name: string): string {
  const options = hintOf(spec, name).options ?? {};
  return choices(spec, name)
    .map((v) => [v, options[v]?.en ?? '', options[v]?.['zh-CN'] ?? ''].join(' | ').replace(/( \| )+$/, ''))
    .join('\n');
}

export function withChoices(spec: FormSpec, name: string, lines: string): FormSpec {
  const rows = lines
    .split('\n')
    .map((l) => l.split('|').map((p) => p.trim()))
    .filter(([value]) => value);
  const values = [...new Set(rows.map(([value]) => value ?? ''))];
  const old = schemaOf(spec, name);
  const schema = old.type === 'array' ? { ...old, items: { ...old.items, enum: values } } : { ...old, enum: values };
  const labelled = rows.filter(([, en, zh]) => en || zh).map(([value = '', en, zh]) => [value, { en: en || value, ...(zh ? { 'zh-CN': zh } : {}) }]);
  return withHint(withSchema(spec, name, schema), name, { options: labelled.length > 0 ? Object.fromEntries(labelled) : undefined } as never);
}

export function withField(spec: FormSpec, name: string): FormSpec {
  const order = [...fieldNames(spec), name];
  return put(withHint(withKind(withSchema(spec, name, {}), name, 'text'), name, { labels: { en: name } }), {}, { order });
}

export function withoutField(spec: FormSpec, name: string): FormSpec {
  const { [name]: _, ...properties } = spec.schema.properties ?? {};
  const { [name]: __, ...fields } = hintsOf(spec).fields ?? {};
  return put(
    withRequired(spec, name, false),
    { properties },
    {
      fields,
      ...order(
        spec,
        fieldNames(spec).filter((n) => n !== name),
      ),
    },
  );
}

/** Hints name an order only where there is one already, or where it differs from the schema's. */
const order = (spec: FormSpec, names: string[]): Partial<FormHints> => (hintsOf(spec).order ? { order: names } : {});

export function moved(spec: FormSpec, name: string, step: number): FormSpec {
  const names = fieldNames(spec);
  const [at, to] = [names.indexOf(name), names.indexOf(name) + step];
  if (to < 0 || to >= names.length) return spec;
  [names[at], names[to]] = [names[to] ?? '', names[at] ?? ''];
  return put(spec, {}, { order: names });
}

/** What the upgrade from the newest version most likely is: what is gone is dropped, what is needed anew gets a value. */
export function suggestedSteps(old: FormSpec, next: FormSpec): FieldStep[] {
  const [before, after] = [Object.keys(old.schema.properties ?? {}), Object.keys(next.schema.properties ?? {})];
  const gone = before.filter((n) => !after.includes(n));
  const needed = (next.schema.required ?? []).filter((n) => !isRequired(old, n));
  const maps = after
    .filter((n) => before.includes(n))
    .map((n) => ({ n, lost: choices(old, n).filter((v) => !choices(next, n).includes(v)), first: choices(next, n)[0] }))
    .filter((x) => x.lost.length > 0 && x.first !== undefined);
  return [
    ...gone.map((field): FieldStep => ({ kind: 'drop', field })),
    ...maps.map(({ n, lost, first }): FieldStep => ({ kind: 'map', field: n, map: Object.fromEntries(lost.map((v) => [v, first ?? ''])) })),
    ...needed.map((field): FieldStep => ({ kind: 'default', field, value: usualValue(next, field) })),
  ];
}

function usualValue(spec: FormSpec, name: string) {
  const schema = schemaOf(spec, name);
  if (schema.enum) return schema.enum[0] ?? '';
  return schema.type === 'boolean'
    ? false
    : schema.type === 'number' || schema.type === 'integer'
      ? 0
      : schema.type === 'array'
        ? []
        : schema.type === 'object'
          ? {}
          : '';
}
