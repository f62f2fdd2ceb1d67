// @vitest-environment jsdom
import { ErrorCode, GrainlineError, type FieldValues, type GrainlineVisitor, type PublicForm } from '@grainline/client';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../src/loader/config';
import { fieldIn, questionsOf, valuesOf } from '../src/panel/form';
import { FormDesk } from '../src/panel/formDesk';
import { emptyState, noForm, type Actions, type FormState } from '../src/panel/state';
import { textsOf } from '../src/panel/texts';
import { Around } from '../src/panel/ui/context';
import { Form } from '../src/panel/ui/Form';

const form: PublicForm = {
  id: 'return', version: 2,
  spec: {
    name: 'Return', public: true, upgradeFrom: [],
    schema: {
      type: 'object', required: ['order', 'why'],
      properties: {
        internal: { type: 'string' },
        why: { type: 'string', enum: ['late', 'broken'] },
        order: { type: 'string', maxLength: 20 },
        pieces: { type: 'integer', minimum: 1 },
        address: { type: 'object', required: ['city'], properties: { city: { type: 'string', title: 'City' } } },
      },
    },
    hints: {
      order: ['order', 'why'],
      fields: {
        order: { labels: { en: 'Order', 'zh-CN': '订单号' }, requesterSees: true },
        why: { labels: { en: 'Reason' }, requesterSees: true, options: { late: { en: 'Too late' } } },
        pieces: { labels: { en: 'Pieces' }, requesterSees: true },
        address: { labels: { en: 'Address' }, requesterSees: true },
      },
    },
  },
};

describe('questionsOf', () => {
  it('questionsOf_OnlyWhatTheRequesterSees_InTheHintsOrder', () =>
    expect(questionsOf(form.spec, 'en-GB').map((q) => [q.path, q.label, q.required])).toEqual([
      ['order', 'Order', true], ['why', 'Reason', true], ['pieces', 'Pieces', false], ['address.city', 'City', false],
    ]));
  it('questionsOf_Chinese_FallsBackToEnglish', () => expect(questionsOf(form.spec, 'zh-CN').slice(0, 2).map((q) => q.label)).toEqual(['订单号', 'Reason']));
  it('valuesOf_TypesAndGroups_EmptyLeftOut', () => {
    const data = new FormData();
    for (const [k, v] of [['order', ' A-1 '], ['why', 'late'], ['pieces', '2'], ['address.city', '']]) data.set(k!, v!);
    expect(valuesOf(questionsOf(form.spec, 'en'), data)).toEqual({ order: 'A-1', why: 'late', pieces: 2 });
  });
  it.each([["'order' is missing.", 'order'], ["'items[2].name' is wrong.", 'items'], ['No.', null]])('fieldIn_%s', (text, field) => expect(fieldIn(text)).toBe(field));
});

describe('FormDesk', () => {
  const calls: unknown[] = [];
  let refusals: GrainlineError[] = [];
  const client = {
    publicForm: async () => form,
    newTicketId: async () => { throw new GrainlineError(ErrorCode.forbidden, 'Staff only.'); },
    createTicket: async (ticket: unknown) => {
      calls.push(ticket);
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      return { ticketId: 't', number: 17 };
    },
  } as unknown as GrainlineVisitor;
  beforeEach(() => {
    calls.length = 0;
    refusals = [];
  });

  it('submit_GivesTheNumber', async () => {
    const desk = new FormDesk('return', () => client, () => {});
    await desk.ask();
    await desk.submit('Cup', { order: 'A' }, desk.state.ticketId);
    expect([desk.state.step, desk.state.number, calls]).toEqual(['sent', 17, [{ form: 'return', subject: 'Cup', fields: { order: 'A' } }]]);
  });

  it('submit_Refused_NamesTheFieldAndCanBeSentAgain', async () => {
    refusals = [new GrainlineError(605, "'order' does not match.")];
    const desk = new FormDesk('return', () => client, () => {});
    await desk.ask();
    await desk.submit('Cup', {}, null);
    expect(desk.state).toMatchObject({ step: 'ready', code: 605, field: 'order' });
    await desk.submit('Cup', {}, null);
    expect(desk.state).toMatchObject({ step: 'sent', code: null });
  });

  it('submit_GivenTwiceByTwoTabs_IsOneTicket', async () => {
    const desk = new FormDesk('return', () => ({ ...client, newTicketId: async () => 'id1' }) as never, () => {});
    await desk.ask();
    await desk.submit('Cup', {}, 'id1');
    await desk.submit('Cup', {}, 'id1');
    expect(calls).toHaveLength(1);
  });

  it('ask_NoSuchForm_SaysSo', async () => {
    const desk = new FormDesk('gone', () => ({ publicForm: async () => { throw new GrainlineError(608, 'None.'); } }) as never, () => {});
    await desk.ask();
    expect(desk.state).toMatchObject({ step: 'failed', code: 608 });
  });
});

describe('Form', () => {
  let root: HTMLElement;
  const sent: [string, FieldValues][] = [];
  const t = textsOf('en');
  const show = (state: Partial<FormState>) => act(() => {
    const actions = { askForm: () => {}, submitForm: (subject: string, fields: FieldValues) => sent.push([subject, fields]) } as unknown as Actions;
    const around = { t, locale: 'en-GB', config: { form: 'return' }, actions, send: () => {}, close: () => {} };
    render(<Around.Provider value={around as never}><Form state={{ ...emptyState, form: { ...noForm, ...state } }} back={() => {}} /></Around.Provider>, root);
  });
  const fill = (name: string, value: string) => { root.querySelector<HTMLInputElement>(`[name="${name}"]`)!.value = value; };
  const submit = () => act(() => { root.querySelector('form')!.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })); });
  beforeEach(() => {
    sent.length = 0;
    root = document.body.appendChild(document.createElement('div'));
  });

  it('submit_SomethingMissing_IsSaidAtTheFieldAndNotSent', () => {
    show({ step: 'ready', form });
    fill(' subject', 'Cup');
    submit();
    expect(sent).toEqual([]);
    expect([...root.querySelectorAll('[role=alert]')].map((a) => a.textContent)).toEqual([t.formNeeded, t.formNeeded]);
  });

  it('submit_Filled_IsSent', () => {
    show({ step: 'ready', form });
    for (const [name, value] of [[' subject', 'Cup'], ['order', 'A-1'], ['why', 'broken']]) fill(name!, value!);
    submit();
    expect(sent).toEqual([['Cup', { order: 'A-1', why: 'broken' }]]);
  });

  it('sent_ShowsTheNumber', () => {
    show({ step: 'sent', form, number: 17 });
    expect(root.querySelector('[role=status]')?.textContent).toContain('17');
  });
});

describe('readConfig', () => {
  it.each([['return', 'return'], [' ', null], [undefined, null]])('readConfig_Form %s', (given, read) => {
    const script = document.createElement('script');
    script.src = 'https://chat.example/widget.js';
    if (given !== undefined) script.dataset.form = given;
    expect(readConfig(script).form).toBe(read);
  });
});
