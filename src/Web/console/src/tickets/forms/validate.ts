import type { FieldValues, JsonSchema } from '@grainline/client';
import type { OutputUnit } from '@cfworker/json-schema';
import type { Dictionary } from '../../i18n/en';
import type { Errors } from '../../admin/rules';

/** Checks values by a schema; answers what is wrong, by paths such as `items[2].name`. */
export type Validate = (values: FieldValues, t: Dictionary) => Errors;

const known = new WeakMap<JsonSchema, Promise<Validate>>();

/** These say that something inside does not fit, which that says itself. */
const wrapping = new Set(['properties', 'patternProperties', 'additionalProperties', 'items', 'prefixItems', '$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else']);

/** The validator is loaded with the first form that is filled. It interprets the schema: code made from one would be refused by the page's content security policy. */
export function validatorOf(schema: JsonSchema): Promise<Validate> {
  const made = known.get(schema) ?? make(schema);
  known.set(schema, made);
  return made;
}

async function make(schema: JsonSchema): Promise<Validate> {
  const { Validator } = await import('@cfworker/json-schema');
  const validator = new Validator(schema as object, '2020-12', false);
  return (values, t) => {
    const result = validator.validate(values);
    return result.valid ? {} : errorsOf(result.errors, schema, values, t);
  };
}

/** The first fault of each field. */
function errorsOf(faults: readonly OutputUnit[], schema: JsonSchema, values: FieldValues, t: Dictionary): Errors {
  const errors: Errors = {};
  const inner = faults.filter((fault) => !wrapping.has(fault.keyword));
  for (const fault of inner.length > 0 ? inner : faults) {
    const asked = at(schema, fault.keywordLocation);
    const parts = partsOf(fault.instanceLocation);
    if (fault.keyword === 'required' && Array.isArray(asked)) {
      const there = at(values, fault.instanceLocation) as object;
      for (const name of asked) if (!(String(name) in there)) errors[pathOf([...parts, String(name)])] ??= t.setup.required;
    } else errors[pathOf(parts)] ??= textOf(fault.keyword, asked, t);
  }
  return errors;
}

/** Where a JSON pointer in a URI fragment leads, such as `#/properties/a~1b`. References were followed on the way: those of the schema go on at their target. */
function at(root: unknown, pointer: string): unknown {
  let here: unknown = root;
  for (const part of partsOf(pointer)) {
    if (typeof here !== 'object' || here === null) return undefined;
    const next: unknown = (here as Record<string, unknown>)[part];
    here = part === '$ref' && typeof next === 'string' && next.startsWith('#') ? at(root, next) : next;
  }
  return here;
}

const partsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));

const pathOf = (parts: readonly string[]): string =>
  parts.reduce((path, part) => (/^\d+$/.test(part) && path !== '' ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`), '');

function textOf(keyword: string, asked: unknown, t: Dictionary): string {
  const e = t.forms.errors;
  const limit = String(asked);
  switch (keyword) {
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
      return e.formats[limit] ?? e.other;
    case 'pattern':
      return e.pattern;
    case 'type':
      return e.types[limit] ?? e.other;
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
