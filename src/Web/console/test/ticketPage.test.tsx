import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useLanguage } from '../src/i18n/language';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';
import { useDeskStore } from '../src/state/desk';
import { useDirectory } from '../src/state/directory';
import { useUi } from '../src/state/ui';
import { TicketPage } from '../src/tickets/page/TicketPage';
import { atDesk, FakeAgent } from './parts/desk';
import { snapshot } from './parts/queues';
import { FakeTickets, formSpec, ticketEntry, ticketRow, ticketView } from './parts/tickets';

const box = () => screen.getByRole('textbox', { name: /^(Reply to|Write a note)/ }) as HTMLTextAreaElement;
const type = (text: string) => {
  fireEvent.change(box(), { target: { value: text } });
  box().setSelectionRange(text.length, text.length);
  fireEvent.change(box(), { target: { value: text } });
};

// Whether something is hidden is asked of every element's style: on pages of this size that takes seconds.
configure({ defaultHidden: true });

describe('TicketPage', () => {
  let agent: FakeAgent;
  let server: FakeTickets;
  beforeEach(() => {
    useLanguage.setState({ language: 'en' });
    useUi.setState({ zone: 'tickets', ticket: 't1', overlay: null });
    useDeskStore.setState({ view: null, error: null });
    useDirectory.setState({ agents: [snapshot('amy'), snapshot('li', { name: 'Li' })], at: 1 });
    agent = new FakeAgent();
    server = new FakeTickets(agent);
  });
  const show = async (...roles: ('agent' | 'supervisor' | 'admin')[]) => {
    const page = atDesk(agent, <TicketPage ticketId="t1" rows={[ticketRow(1), ticketRow(2)]} />, roles.length ? roles : ['agent']);
    await screen.findByText('words 2');
    return page;
  };

  it('timeline_TellsWordsNotesAndChangesApart', async () => {
    server.entries.push(ticketEntry(4, { kind: 'changed', text: null, changes: [{ field: 'priority', from: 'normal', to: 'high' }] }));
    server.view = ticketView({ version: 4 });
    await show();
    expect(screen.getByText('words 3').closest('[data-note]')?.getAttribute('data-note')).toBe('true');
    expect(screen.getByText(en.history.changed('Li', 'priority'))).toBeTruthy();
    expect(document.querySelector('.change-from')?.textContent).toBe('Normal');
    expect(document.querySelector('.change-to')?.textContent).toBe('High');
  });

  it('pushedEntry_IsShown', async () => {
    await show();
    act(() => server.hub.tell('entry', { ticketId: 't1', entry: ticketEntry(4, { text: 'just now' }) }));
    expect(await screen.findByText('just now')).toBeTruthy();
  });

  it('trigger_IsApplied', async () => {
    await show();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Solve' })));
    expect(server.called('apply')[0]?.[2]).toEqual([{ kind: 'trigger', trigger: 'solve' }]);
  });

  it('trigger_Refused_SaysWhichGuardDoesNotHold', async () => {
    server.refuse('apply', 604, 'Nobody is assigned.');
    await show();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Solve' })));
    expect(await screen.findByText(/Nobody is assigned\./)).toBeTruthy();
  });

  it('send_CtrlEnterOnly_AndNeverWhileComposing', async () => {
    await show();
    type('Hello');
    await act(async () => fireEvent.keyDown(box(), { key: 'Enter' }));
    await act(async () => fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true, isComposing: true, keyCode: 229 }));
    expect(server.called('apply')).toHaveLength(0);
    await act(async () => fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true }));
    expect(server.called('apply')[0]?.[2]).toEqual([{ kind: 'comment', text: 'Hello', public: true }]);
    await waitFor(() => expect(box().value).toBe(''));
  });

  it('note_IsNotPublic', async () => {
    await show();
    fireEvent.click(screen.getByRole('tab', { name: en.composer.note }));
    type('For us');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: en.composer.addNote })));
    expect(server.called('apply')[0]?.[2]).toEqual([{ kind: 'comment', text: 'For us', public: false }]);
  });

  it('slash_FillsASavedReplysPlaceholders', async () => {
    await show();
    await screen.findByText('Support');
    type('/he');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(box().value).toBe('Hello Vera, about #1 ');
  });

  it('at_NamesAColleague', async () => {
    await show();
    type('ask @l');
    fireEvent.mouseDown(screen.getByRole('option', { name: /Li/ }));
    expect(box().value).toBe('ask @li ');
  });

  it('hash_AppliesAMacro', async () => {
    await show();
    await screen.findByText('Support');
    type('#th');
    await act(async () => fireEvent.keyDown(box(), { key: 'Enter' }));
    expect(server.called('apply')[0]?.slice(2)).toEqual([[{ kind: 'trigger', trigger: 'solve' }], expect.objectContaining({ macro: 'Thank you' })]);
    expect(box().value).toBe('');
  });

  it('draft_IsKeptOnTheServer_AndThereInAnotherBrowser', async () => {
    const { unmount } = await show();
    type('half a sentence');
    await waitFor(() => expect(server.called('saveDraft')[0]?.[0]).toMatchObject({ subject: 'ticket/t1', kind: 'reply', text: 'half a sentence' }), {
      timeout: 1_000,
    });
    expect(await screen.findByText(en.compose.kept)).toBeTruthy();
    unmount();
    localStorage.clear();
    server.drafts = [{ subject: 'ticket/t1', kind: 'reply', text: 'half a sentence', version: 9, at: '' }];
    await show();
    await waitFor(() => expect(box().value).toBe('half a sentence'));
  });

  it('draft_OfAnotherBrowser_IsOfferedNotForced', async () => {
    server.drafts = [{ subject: 'ticket/t1', kind: 'reply', text: 'theirs', version: 9, at: '' }];
    localStorage.setItem('grainline.draft.amy.ticket/t1', JSON.stringify({ tab: 'reply', reply: 'mine', note: '' }));
    await show();
    expect(await screen.findByText(en.compose.useOther)).toBeTruthy();
    expect(box().value).toBe('mine');
    fireEvent.click(screen.getByRole('button', { name: en.compose.useOther }));
    expect(box().value).toBe('theirs');
  });

  it('subject_BesideSomebodyElsesComment_GoesThrough', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: /^Broken cup/ }));
    const input = screen.getByRole('textbox', { name: en.ticket.subject });
    fireEvent.change(input, { target: { value: 'Two broken cups' } });
    server.change({}, { text: 'meanwhile' });
    server.refuse('apply', 601);
    await act(async () => fireEvent.keyDown(input, { key: 'Enter' }));
    await screen.findByText('Two broken cups');
    expect(server.called('apply').map((c) => (c[2 + 1] as { ifVersion: number }).ifVersion)).toEqual([3, 4]);
  });

  it('subject_AgainstSomebodyElses_ShowsTheirsAndAsks', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: /^Broken cup/ }));
    const input = screen.getByRole('textbox', { name: en.ticket.subject });
    fireEvent.change(input, { target: { value: 'Mine' } });
    server.change({ subject: 'Theirs' }, { kind: 'changed', text: null, changes: [{ field: 'subject', from: 'Broken cup', to: 'Theirs' }] });
    server.refuse('apply', 601);
    await act(async () => fireEvent.keyDown(input, { key: 'Enter' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Theirs')).toBeTruthy();
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: en.conflict.mine })));
    await waitFor(() => expect(server.view.subject).toBe('Mine'));
  });

  it('fields_ServerRefusal_StandsAtItsField', async () => {
    server.refuse('apply', 605, "'reason' is none of the values that it may have.");
    await show();
    const field = await screen.findByLabelText('Reason');
    fireEvent.change(field, { target: { value: 'late' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: en.admin.save })));
    expect(server.called('apply')[0]?.[2]).toEqual([{ kind: 'fields', fields: { reason: 'late' } }]);
    expect(await screen.findByText('is none of the values that it may have.')).toBeTruthy();
    expect(screen.getByLabelText('Reason').getAttribute('aria-invalid')).toBe('true');
  });

  it('fields_TooLong_AreNotSent', async () => {
    await show();
    fireEvent.change(await screen.findByLabelText('Reason'), { target: { value: 'far too long a reason' } });
    expect(await screen.findByText(en.forms.errors.maxLength('10'))).toBeTruthy();
    expect((screen.getByRole('button', { name: en.admin.save }) as HTMLButtonElement).disabled).toBe(true);
  });

  it('newerForm_UpgradesAndAsksForWhatIsMissing', async () => {
    server.desk.forms[0] = {
      id: 'default',
      version: 2,
      spec: formSpec({ schema: { type: 'object', required: ['cause'], properties: { cause: { type: 'string', title: 'Cause' } } }, hints: {} }),
    };
    server.answers['desk.version'] = (() => ({ id: 'default', version: 1, spec: formSpec() })) as never;
    server.refuse('apply', 605, "'cause' is missing.");
    await show();
    await act(async () => fireEvent.click(await screen.findByRole('button', { name: en.ticket.upgrade })));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Cause *'), { target: { value: 'fell' } });
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: en.ticket.upgrade })));
    expect(server.called('apply').at(-1)?.[2]).toEqual([{ kind: 'upgradeForm', toVersion: 2, fields: { cause: 'fell' } }]);
  });

  it('presence_WarnsWhileSomebodyElseEdits', async () => {
    await show();
    act(() => server.hub.tell('presence', { ticketId: 't1', present: [{ agent: { id: 'li', name: 'Li' }, stance: 'editing' }] }));
    expect(await screen.findByText(en.ticket.editing('Li'))).toBeTruthy();
    type('x');
    await waitFor(() => expect(server.hub.looks.at(-1)).toBe('editing'));
  });

  it('asOf_ShowsThePastWithABanner_AndNothingToChange', async () => {
    await show();
    server.answers.ticket = (() => ticketView({ subject: 'Old subject' })) as never;
    fireEvent.click(screen.getByRole('button', { name: en.ticket.more }));
    await act(async () => fireEvent.click(await screen.findByRole('menuitem', { name: en.history.label })));
    await act(async () => fireEvent.change(screen.getByLabelText(en.history.instant), { target: { value: '2026-01-01T23:00:00' } }));
    expect(await screen.findByText('Old subject')).toBeTruthy();
    expect(screen.getByText(/Nothing can be changed here/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Solve' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: /^Reply to/ })).toBeNull();
  });

  it('transfer_AsksWhatTheOtherFormNeeds_AndOffersToUndo', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: en.ticket.more }));
    await act(async () => fireEvent.click(await screen.findByRole('menuitem', { name: en.ticket.transfer })));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.mouseDown(dialog.getByLabelText(en.ticket.toTeam));
    await act(async () => fireEvent.click(await screen.findByText('Returns')));
    fireEvent.change(await dialog.findByLabelText('Order number *'), { target: { value: 'A-17' } });
    const go = await waitFor(() => {
      const button = dialog.getByRole('button', { name: en.transfer.submit }) as HTMLButtonElement;
      expect(button.disabled).toBe(false);
      return button;
    });
    await act(async () => fireEvent.click(go));
    expect(server.called('transfer')[0]?.[2]).toEqual({ toTeam: 'returns', toAgent: null, form: null, fields: { order: 'A-17' }, note: null });
    await act(async () => fireEvent.click(await screen.findByRole('button', { name: en.admin.undo })));
    expect(server.called('undo')).toHaveLength(1);
  });

  it('force_IsForAdministratorsAndNeedsAReason', async () => {
    const { unmount } = await show();
    fireEvent.click(screen.getByRole('button', { name: en.ticket.more }));
    await screen.findByRole('menuitem', { name: en.ticket.split });
    expect(screen.queryByRole('menuitem', { name: en.ticket.force })).toBeNull();
    unmount();
    await show('admin');
    fireEvent.click(screen.getByRole('button', { name: en.ticket.more }));
    await act(async () => fireEvent.click(await screen.findByRole('menuitem', { name: en.ticket.force })));
    const go = (await screen.findByRole('button', { name: en.ticket.forceDo })) as HTMLButtonElement;
    expect(go.disabled).toBe(true);
  });

  it('merged_ShowsWhereItWent_AndTakesNoWords', async () => {
    server.view = ticketView({ mergedInto: 't9', links: [{ kind: 'duplicatedBy', ticketId: 't9', number: 9, subject: 'Other' }] });
    await show();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: en.ticket.mergedInto('#9') })));
    expect(useUi.getState().ticket).toBe('t9');
  });

  it('keys_LeadToTheNeighboursAndBack', async () => {
    await show();
    act(() => void fireEvent.keyDown(document.body, { key: 'j' }));
    expect(useUi.getState().ticket).toBe('t2');
    act(() => void fireEvent.keyDown(document.body, { key: 'Escape' }));
    expect(useUi.getState().ticket).toBeNull();
  });

  it('notFound_SaysSoAndLeadsBack', async () => {
    server.refuse('ticket', 600);
    atDesk(agent, <TicketPage ticketId="t1" rows={[]} />);
    expect(await screen.findByText(en.ticket.notFound)).toBeTruthy();
  });

  it('chinese_NamesStatesAndTriggersByTheLifecycle', async () => {
    useLanguage.setState({ language: 'zh-CN' });
    await show();
    expect(await screen.findByRole('button', { name: /^解\s?决$/ })).toBeTruthy();
    expect(screen.getByText('处理中')).toBeTruthy();
    expect(screen.getByText(zh.history.created('Li'))).toBeTruthy();
  });
});
