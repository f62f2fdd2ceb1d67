import type { FieldValues, JsonSchema } from '@grainline/client';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Dictionary } from '../../i18n/en';
import type { Errors } from '../../admin/rules';

/** Checks values by a schema; answers what is wrong, by paths such as `items[2].name`. */
export type Validate = (values: FieldValues, t: Dictionary) => Errors;

const known = new WeakMap<JsonSchema, Promise<Validate>>();

/** The validator is as big as a page: it is loaded with the first form that is filled. */
export function validatorOf(schema: JsonSchema): Promise<Validate> {
  const made = known.get(schema) ?? make(schema);
  known.set(schema, made);
  return made;
}

async function make(schema: JsonSchema): Promise<Validate> {
  const [{ default: Ajv }, { default: addFormats }] = await Promise.all([import('ajv/dist/2020'), import('ajv-formats')]);
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const check: ValidateFunction = ajv.compile(schema);
  return (values, t) => (check(values) ? {} : errorsOf(check.errors ?? [], t));
}

/** The first fault of each field. */
export function errorsOf(faults: readonly ErrorObject[], t: Dictionary): Errors {
  const errors: Errors = {};
  for (const fault of faults) {
    const path = pathOf(fault);
    // That a group as a whole does not fit is said by what does not fit in it.
    if (['if', 'anyOf', 'oneOf', 'allOf', 'not'].includes(fault.keyword) && faults.length > 1) continue;
    errors[path] ??= textOf(fault, t);
  }
  return errors;
}

function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  const parts = instancePath
    .split('/')
    .slice(1)
    .map((p) => p.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keyword === 'required') parts.push(String((params as { missingProperty: string }).missingProperty));
  if (keyword === 'additionalProperties') parts.push(String((params as { additionalProperty: string }).additionalProperty));
  return parts.reduce((path, part) => (/^\d+$/.test(part) && path !== '' ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`), '');
}

function textOf({ keyword, params }: ErrorObject, t: Dictionary): string {
  const e = t.forms.errors;
  const limit = String((params as { limit?: unknown }).limit ?? '');
  switch (keyword) {
    case 'required':
      return t.setup.required;
    case 'minLength':
      return limit === '1' ? t.setup.required : e.minLength(limit);
    case 'maxLength':
      return e.maxLength(limit);
    case 'minimum':
    case 'exclusiveMinimum':
      return e.minimum(limit);
    case 'maximum':
    case 'exclusiveMaximum':
      return e.maximum(limit);
    case 'minItems':
      return e.minItems(limit);
    case 'maxItems':
      return e.maxItems(limit);
    case 'uniqueItems':
      return t.admin.twice;
    case 'enum':
    case 'const':
      return e.choice;
    case 'format':
      return e.formats[(params as { format: string }).format] ?? e.other;
    case 'pattern':
      return e.pattern;
    case 'type':
      return e.types[String((params as { type: unknown }).type)] ?? e.other;
    default:
      return e.other;
  }
}

/** What is wrong beside what is missing: an open ticket's form may be filled bit by bit. */
export const withoutMissing = (errors: Errors, values: FieldValues): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([path]) => path.includes('.') || path.includes('[') || path in values));

/** The server names the field of a refusal first: `'items[2].name' is missing.` */
export function serverFault(message: string): { path: string; text: string } | null {
  const found = /^'([^']+)'\s+(.*)$/s.exec(message);
  return found ? { path: found[1] ?? '', text: found[2] ?? '' } : null;
}
