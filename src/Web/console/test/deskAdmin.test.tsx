import { act, configure, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { DeskAdmin } from '../src/desk/DeskAdmin';
import type { DeskPart } from '../src/desk/parts';
import { useLanguage } from '../src/i18n/language';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';
import { useDeskStore } from '../src/state/desk';
import { useDirectory } from '../src/state/directory';
import { useEdits } from '../src/state/edits';
import { atDesk, FakeAgent } from './parts/desk';
import { snapshot } from './parts/queues';
import { FakeTickets } from './parts/tickets';

// Whether something is hidden is asked of every element's style: on pages of this size that takes seconds.
configure({ defaultHidden: true });

describe('DeskAdmin', () => {
  let agent: FakeAgent;
  let server: FakeTickets;
  beforeEach(() => {
    useLanguage.setState({ language: 'en' });
    useDeskStore.setState({ view: null, error: null });
    useEdits.setState({ values: {} });
    useDirectory.setState({ agents: [snapshot('amy')], at: 1 });
    agent = new FakeAgent();
    server = new FakeTickets(agent);
  });
  const show = async (part: DeskPart) => {
    atDesk(agent, <DeskAdmin part={part} />, ['admin']);
    await screen.findByRole('group', { name: en.desk.parts[part] });
  };
  const press = async (name: string | RegExp) => act(async () => fireEvent.click(await screen.findByRole('button', { name })));

  it('team_Renamed_IsSavedWhole', async () => {
    await show('teams');
    fireEvent.change(await screen.findByLabelText(en.admin.name), { target: { value: 'First line' } });
    await press(en.admin.save);
    expect(server.called('desk.saveTeam')[0]?.[0]).toMatchObject({ id: 'support', name: 'First line', members: ['amy', 'li'] });
  });

  it('added_IsKeptOnlyWithItsFirstSave', async () => {
    await show('replies');
    await press(en.admin.add);
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(en.admin.name), { target: { value: 'Good bye' } });
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: en.admin.add })));
    expect(server.called('desk.saveReply')).toHaveLength(0);
    fireEvent.change(await screen.findByLabelText(en.desk.text), { target: { value: 'Bye {{requester.name}}' } });
    expect(screen.getByText('Bye Vera')).toBeTruthy();
    await press(en.admin.save);
    expect(server.called('desk.saveReply')[0]?.[0]).toMatchObject({ id: 'good-bye', shortcut: 'good-bye', text: 'Bye {{requester.name}}' });
  });

  it('lifecycle_ServerRefusal_IsShownAndMarkedInTheDiagram', async () => {
    server.refuse('desk.publishLifecycle', 606, "From the state 'solved' nothing can end.");
    await show('lifecycles');
    fireEvent.change(await screen.findByLabelText(en.admin.name), { target: { value: 'Other' } });
    await press(en.policies.publish);
    expect((await screen.findByRole('alert')).textContent).toContain("From the state 'solved' nothing can end.");
    expect(document.querySelectorAll('.diagram-node[data-fault="true"]')).toHaveLength(1);
  });

  it('lifecycle_DeadEnd_IsSaidBeforeItIsPublished', async () => {
    await show('lifecycles');
    await press(`${en.admin.remove}: solve`);
    expect(screen.getByText(new RegExp(en.desk.deadEnds('open')))).toBeTruthy();
    expect(screen.getByRole('img', { name: new RegExp(en.desk.diagram) })).toBeTruthy();
  });

  it('lifecycle_Publish_SendsSpecAndNote', async () => {
    await show('lifecycles');
    fireEvent.change(await screen.findByLabelText(en.admin.name), { target: { value: 'Other' } });
    fireEvent.change(screen.getByLabelText(en.policies.note), { target: { value: 'why' } });
    await press(en.policies.publish);
    expect(server.called('desk.publishLifecycle')[0]).toEqual(['default', expect.objectContaining({ name: 'Other' }), 'why']);
  });

  it('form_WouldBreakTickets_ListsThem', async () => {
    server.refuse('desk.publishForm', 609);
    server.answers['desk.publishForm'] = (() => ({
      id: 'default',
      version: null,
      openTickets: 4,
      unfit: [{ ticketId: 't7', number: 7, why: "'order' is missing." }],
    })) as never;
    await show('forms');
    fireEvent.change(await screen.findByLabelText(en.admin.name), { target: { value: 'General 2' } });
    await press(en.policies.publish);
    const list = within(await screen.findByRole('alert', { name: en.desk.unfit(1) }));
    expect(list.getByRole('button', { name: '#7' })).toBeTruthy();
    expect(server.called('desk.publishForm').map((c) => c[3])).toEqual([false, true]);
  });

  it('form_Preview_ShowsBothLanguagesAndWhatIsWrong', async () => {
    await show('forms');
    await act(async () => fireEvent.click(await screen.findByRole('tab', { name: en.desk.formTabs.preview })));
    expect(await screen.findByLabelText('原因')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'much too long a text' } });
    expect(await screen.findByText(en.forms.errors.maxLength('10'))).toBeTruthy();
    expect(screen.getByText(zh.forms.errors.maxLength('10'))).toBeTruthy();
  });

  it('form_Source_BadJsonChangesNothing', async () => {
    await show('forms');
    await act(async () => fireEvent.click(await screen.findByRole('tab', { name: en.desk.formTabs.source })));
    fireEvent.change(screen.getByLabelText(en.desk.schema), { target: { value: '{"type":' } });
    expect(screen.getByText(/This is no JSON/)).toBeTruthy();
    expect(useEdits.getState().values).toEqual({});
    fireEvent.change(screen.getByLabelText(en.desk.schema), { target: { value: '{"type":"object","properties":{"a":{"type":"boolean"}}}' } });
    await act(async () => fireEvent.click(screen.getByRole('tab', { name: en.desk.formTabs.fields })));
    expect(screen.getByRole('checkbox', { name: `${en.desk.requiredField}: a` })).toBeTruthy();
  });

  it('sla_ATarget_IsKeptInSeconds', async () => {
    server.desk.slaPolicies = [{ id: 'gold', version: 3, spec: { name: 'Gold', warnAtPercent: 80, targets: [] } }];
    await show('sla-policies');
    const cell = await screen.findByRole('spinbutton', { name: 'First response, Urgent' });
    fireEvent.change(cell, { target: { value: '15' } });
    await press(en.policies.publish);
    expect(server.called('desk.publishSlaPolicy')[0]?.[1]).toMatchObject({
      targets: [{ metric: 'firstResponse', priority: 'urgent', seconds: 900 }],
    });
  });

  it('macro_Actions_AreBuiltAndChecked', async () => {
    await show('macros');
    await press(en.desk.addAction);
    await act(async () => fireEvent.click(await screen.findByRole('menuitem', { name: en.desk.actionKinds.comment })));
    await press(en.admin.save);
    expect(server.called('desk.saveMacro')).toHaveLength(0);
    fireEvent.change(screen.getByLabelText(en.desk.text), { target: { value: 'Thanks' } });
    await press(en.admin.save);
    expect(server.called('desk.saveMacro')[0]?.[0]).toMatchObject({
      actions: [
        { kind: 'trigger', trigger: 'solve' },
        { kind: 'comment', text: 'Thanks', public: true },
      ],
    });
  });

  it('removed_InUse_SaysWhatNamesIt', async () => {
    server.refuse('desk.remove', 607, "The team 'support' follows it.");
    await show('lifecycles');
    await press(`${en.admin.remove}: Default`);
    const dialog = within(await screen.findByRole('dialog'));
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: en.admin.remove })));
    expect(await screen.findByText(/The team 'support' follows it\./)).toBeTruthy();
  });
});
