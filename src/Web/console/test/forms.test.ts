import type { FormSpec } from '@grainline/client';
import { describe, expect, it } from 'vitest';
import {
  choiceLines,
  kindOf,
  moved,
  suggestedSteps,
  withChoices,
  withField,
  withKind,
  withoutField,
  withRequired,
} from '../src/desk/forms/formSpec.model';
import { en } from '../src/i18n/en';
import { fieldNames, fieldsPatch, resolved, sectionsOf, widgetOf } from '../src/tickets/forms/form.model';
import { serverFault, validatorOf, withoutMissing } from '../src/tickets/forms/validate';
import { formSpec } from './parts/ticketParts';

const rich = formSpec({
  schema: {
    type: 'object',
    required: ['order'],
    properties: {
      order: { type: 'string', minLength: 3 },
      items: { type: 'array', items: { type: 'object', required: ['sku'], properties: { sku: { type: 'string' } } } },
      address: { $ref: '#/$defs/address' },
      how: { type: 'string', enum: ['post', 'shop'] },
      mail: { type: 'string', format: 'email' },
    },
    $defs: { address: { type: 'object', required: ['city'], properties: { city: { type: 'string', title: 'City' } } } },
  },
  hints: {
    order: ['how', 'order'],
    sections: [{ id: 'more', labels: { en: 'More', 'zh-CN': '更多' } }],
    fields: {
      order: { labels: { en: 'Order', 'zh-CN': '订单' } },
      address: { labels: { en: 'Address' }, section: 'more' },
      how: { labels: { en: 'How' }, widget: 'radio', options: { post: { en: 'By post', 'zh-CN': '邮寄' } } },
    },
  },
});

describe('form.model', () => {
  it('fieldNames_HintedOrderFirst', () => expect(fieldNames(rich)).toEqual(['how', 'order', 'items', 'address', 'mail']));
  it('sectionsOf_InChinese_UsesItsLabels', () => {
    const [plain, more] = sectionsOf(rich, 'zh-CN');
    expect(plain?.fields.map((f) => [f.name, f.label, f.required])).toContainEqual(['order', '订单', true]);
    expect(plain?.fields[0]).toMatchObject({
      widget: 'radio',
      options: [
        { value: 'post', label: '邮寄', of: 'post' },
        { value: 'shop', label: 'shop' },
      ],
    });
    expect([more?.title, more?.fields[0]?.widget, more?.fields[0]?.fields[0]?.label]).toEqual(['更多', 'object', 'City']);
  });
  it('resolved_Circle_Ends', () => {
    const root = { $defs: { a: { $ref: '#/$defs/a' } } };
    expect(resolved({ $ref: '#/$defs/a' }, root)).toBeTruthy();
  });
  it.each([
    [{ type: 'boolean' }, 'checkbox'],
    [{ type: 'integer' }, 'number'],
    [{ type: 'array', items: { enum: ['a'] } }, 'checkboxes'],
    [{ type: 'string', maxLength: 4000 }, 'textarea'],
    [{ type: 'string', format: 'date' }, 'date'],
    [{ enum: ['a'] }, 'select'],
  ])('widgetOf_%j_Is %s', (schema, widget) => expect(widgetOf(schema)).toBe(widget));
  it('fieldsPatch_TakenAway_IsNull', () => expect(fieldsPatch({ a: 1, b: 2 }, { b: 3 })).toEqual({ a: null, b: 3 }));
});

describe('validate', () => {
  it('validate_NamesEachFieldByItsPath', async () => {
    const validate = await validatorOf(rich.schema);
    const values = { order: 'A', items: [{}], address: {}, mail: 'nobody' };
    expect(validate(values, en)).toEqual({
      order: en.forms.errors.minLength('3'),
      'items[0].sku': en.setup.required,
      'address.city': en.setup.required,
      mail: en.forms.errors.formats.email,
    });
  });
  it('withoutMissing_FirstLevel_MayBeMissing', async () => {
    const validate = await validatorOf(rich.schema);
    expect(withoutMissing(validate({}, en), {})).toEqual({});
    expect(Object.keys(withoutMissing(validate({ address: {} }, en), { address: {} }))).toEqual(['address.city']);
  });
  it.each([
    ["'items[2].name' is missing.", { path: 'items[2].name', text: 'is missing.' }],
    ['The fields as a whole: too many.', null],
  ])('serverFault_%s', (message, fault) => expect(serverFault(message)).toEqual(fault));
});

describe('formSpec.model', () => {
  const schema = (spec: FormSpec, name: string) => spec.schema.properties?.[name];
  it('withField_IsALineOfTextWithALabel', () => {
    const spec = withField(formSpec(), 'order');
    expect([kindOf(spec, 'order'), fieldNames(spec), spec.hints.fields]).toEqual([
      'text',
      ['reason', 'order'],
      expect.objectContaining({ order: { labels: { en: 'order' }, widget: 'text' } }),
    ]);
  });
  it('withKind_BetweenChoices_KeepsThem', () => {
    const few = withChoices(withKind(formSpec(), 'reason', 'select'), 'reason', 'late | Late | 迟到\nlost');
    const several = withKind(few, 'reason', 'checkboxes');
    expect(schema(several, 'reason')?.items?.enum).toEqual(['late', 'lost']);
    expect(choiceLines(several, 'reason')).toBe('late | Late | 迟到\nlost');
  });
  it('withKind_ToText_ForgetsTheChoices', () => {
    const spec = withKind(withChoices(withKind(formSpec(), 'reason', 'select'), 'reason', 'late | Late'), 'reason', 'text');
    expect([schema(spec, 'reason'), spec.hints.fields]).toEqual([
      { type: 'string', maxLength: 200 },
      { reason: { labels: { en: 'Reason', 'zh-CN': '原因' }, widget: 'text' } },
    ]);
  });
  it('withoutField_LeavesNoTrace', () => {
    const spec = withoutField(withRequired(moved(withField(formSpec(), 'b'), 'b', -1), 'b', true), 'b');
    expect([spec.schema, spec.hints]).toEqual([formSpec().schema, { ...formSpec().hints, order: ['reason'] }]);
  });
  it('suggestedSteps_GoneNeededAndOtherChoices', () => {
    const old = withChoices(withKind(withField(formSpec(), 'how'), 'how', 'select'), 'how', 'post\nshop');
    const next = withRequired(withField(withChoices(withoutField(old, 'reason'), 'how', 'post'), 'order'), 'order', true);
    expect(suggestedSteps(old, next)).toEqual([
      { kind: 'drop', field: 'reason' },
      { kind: 'map', field: 'how', map: { shop: 'post' } },
      { kind: 'default', field: 'order', value: '' },
    ]);
  });
});
