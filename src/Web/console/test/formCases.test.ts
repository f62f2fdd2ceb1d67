import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@cfworker/json-schema';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';

/** Cases of tests/Grains.Tests/Tickets/Desk: what the server's own validator accepts and refuses, Ajv has to accept and refuse. */
interface Group {
  about: string;
  /** The schema of one field, or of the whole form. */
  value?: object | boolean;
  root?: object;
  valid: unknown[];
  invalid: unknown[];
}

const groups = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../tests/Grains.Tests/Tickets/Desk/form-cases.json'), 'utf8'),
) as Group[];

// Ajv divides in floating point: without a precision 0.07 would be no multiple of 0.01. And what every JavaScript object inherits is no field.
const ajv = addFormats(new Ajv2020({ strict: false, multipleOfPrecision: 10, ownProperties: true }));

describe.each(groups)('$about', ({ root, value, valid, invalid }) => {
  const check = ajv.compile(root ?? { type: 'object', properties: { v: value } });
  const whole = (instance: unknown) => (root === undefined ? { v: instance } : instance);

  it('accepts what is valid', () => {
    expect(valid.filter((instance) => !check(whole(instance)))).toEqual([]);
  });

  it('refuses what is not', () => {
    expect(invalid.filter((instance) => check(whole(instance)))).toEqual([]);
  });
});

// What checks forms in the page, before the server does: it may miss a fault, as the server says it then, but it must not see one where there is none.
it('the page accepts what is valid and refuses what is not', () => {
  const missed: unknown[] = [];
  for (const { root, value, valid, invalid } of groups) {
    const page = new Validator(root ?? { type: 'object', properties: { v: value } }, '2020-12');
    const accepts = (instance: unknown) => page.validate(root === undefined ? { v: instance } : instance).valid;
    expect(valid.filter((instance) => !accepts(instance))).toEqual([]);
    missed.push(...invalid.filter(accepts));
  }
  // An address without a dot in its host.
  expect(missed).toEqual(['a@b']);
});
