import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useLanguage } from '../src/i18n/language';
import { en } from '../src/i18n/en';
import { useDeskStore } from '../src/state/desk';
import { useDirectory } from '../src/state/directory';
import { useUi } from '../src/state/ui';
import { useViewsStore } from '../src/tickets/list/useViews';
import TicketsPage from '../src/tickets/TicketsPage';
import { firstQuery, useTicketsUi } from '../src/tickets/ticketsUi';
import { atDesk, FakeAgent } from './parts/desk';
import { snapshot } from './parts/queues';
import { FakeTickets, savedView, ticketRow } from './parts/tickets';

// jsdom lays nothing out; the table draws only what is in sight.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1000 });

const start = useTicketsUi.getState();
const subjects = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((r) => r.querySelector('.cell-subject')?.textContent);
const key = (k: string, more: object = {}) => act(() => void fireEvent.keyDown(document.body, { key: k, ...more }));

// Whether something is hidden is asked of every element's style: on pages of this size that takes seconds.
configure({ defaultHidden: true });

describe('TicketListPage', () => {
  let agent: FakeAgent;
  let server: FakeTickets;
  beforeEach(() => {
    useLanguage.setState({ language: 'en' });
    useUi.setState({ zone: 'tickets', ticket: null, overlay: null });
    useTicketsUi.setState({ ...start, query: firstQuery, picked: new Set(), cursor: null, text: '', viewId: null });
    useDeskStore.setState({ view: null, error: null });
    useViewsStore.setState({ value: null, error: null, loading: false });
    useDirectory.setState({ agents: [snapshot('amy'), snapshot('li')], at: 1 });
    agent = new FakeAgent();
    server = new FakeTickets(agent);
    server.rows = [1, 2, 3].map((n) => ticketRow(n));
  });
  const show = async (...roles: ('agent' | 'supervisor')[]) => {
    const page = atDesk(agent, <TicketsPage />, roles.length ? roles : ['agent']);
    await screen.findByText('Ticket 3');
    return page;
  };

  it('rows_InTheListsOrder_WithStateNamesOfTheDesk', async () => {
    await show();
    expect(subjects()).toEqual(['Ticket 3', 'Ticket 2', 'Ticket 1']);
    expect(await screen.findAllByText('Open')).not.toHaveLength(0);
  });

  it('tenThousandRows_OnlyThoseInSightAreDrawn', async () => {
    server.rows = Array.from({ length: 10_000 }, (_, i) => ticketRow(i + 1));
    atDesk(agent, <TicketsPage />);
    await screen.findByText('Ticket 10000');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('10001');
  });

  it('moved_BringsTheChangedRowWithoutReadingTheListAgain', async () => {
    await show();
    server.rows = [ticketRow(2, { version: 2, subject: 'Changed words', updatedAt: '2026-02-01T00:00:00Z' })];
    server.position = 5;
    act(() => server.hub.tell('moved', { position: 5 }));
    await screen.findByText('Changed words');
    expect(subjects()).toEqual(['Changed words', 'Ticket 3', 'Ticket 1']);
    expect(document.querySelectorAll('.ticket-fresh')).toHaveLength(1);
    expect(server.called('list')).toHaveLength(1);
  });

  it('keys_GoPickAndOpen', async () => {
    await show();
    key('j');
    key('j');
    expect(useTicketsUi.getState().cursor).toBe('t2');
    key('x');
    key('J', { shiftKey: true });
    expect([...useTicketsUi.getState().picked].sort()).toEqual(['t1', 't2']);
    key('Enter');
    expect(useUi.getState().ticket).toBe('t1');
  });

  it('sort_ByAColumn_AsksTheServerInThatOrder', async () => {
    await show();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: en.tickets.columns.number })));
    await waitFor(() => expect(server.called('list').at(-1)?.[0]).toMatchObject({ order: 'number', descending: true }));
    const head = screen.getByRole('columnheader', { name: new RegExp(en.tickets.columns.number) });
    expect(head.getAttribute('aria-sort')).toBe('descending');
  });

  it('filter_Me_IsSentAsWhoThatIs', async () => {
    await show();
    act(() => useTicketsUi.getState().filter({ assignees: ['me', 'none'] }));
    await waitFor(() => expect(server.called('list').at(-1)?.[0]).toMatchObject({ filter: { assignees: ['amy', 'none'] } }));
  });

  it('empty_WithFilters_OffersToClearThem', async () => {
    server.rows = [];
    atDesk(agent, <TicketsPage />);
    await screen.findByText(en.tickets.filtered);
    await act(async () => fireEvent.click(screen.getAllByRole('button', { name: en.list.clear }).at(-1)!));
    expect(useTicketsUi.getState().query.filter).toEqual({});
    await screen.findByText(en.tickets.none);
  });

  it('refused_SaysWhyAndRetries', async () => {
    server.refuse('list', 404);
    atDesk(agent, <TicketsPage />);
    await screen.findByText(en.tickets.error);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: en.app.retry })));
    await screen.findByText('Ticket 1');
  });

  it('views_OpenWithTheirFilter_CountAndAMarkOnceChanged', async () => {
    server.views = [
      savedView('urgent', { filterJson: { priorities: ['urgent'] }, sortBy: 'due', descending: false }),
      savedView('own', { owner: 'amy' }),
    ];
    await show();
    const nav = within(screen.getByRole('navigation', { name: en.tickets.views }));
    await act(async () => fireEvent.click(await nav.findByRole('button', { name: /^urgent/ })));
    expect(useTicketsUi.getState().query).toEqual({ filter: { priorities: ['urgent'] }, order: 'due', descending: false });
    await nav.findByText('2');
    expect(nav.queryByRole('img', { name: en.tickets.viewChanged })).toBeNull();
    act(() => useTicketsUi.getState().filter({ teams: ['support'] }));
    expect(nav.getByRole('img', { name: en.tickets.viewChanged })).toBeTruthy();
  });

  it('views_SharedOnes_AreForThoseWhoOversee', async () => {
    server.views = [savedView('urgent'), savedView('own', { owner: 'amy' })];
    const { unmount } = await show();
    await screen.findByText('urgent');
    expect(screen.queryByRole('button', { name: `${en.tickets.viewActions}: urgent` })).toBeNull();
    expect(screen.getByRole('button', { name: `${en.tickets.viewActions}: own` })).toBeTruthy();
    unmount();
    await show('supervisor');
    expect(await screen.findByRole('button', { name: `${en.tickets.viewActions}: urgent` })).toBeTruthy();
  });

  it('bulk_RunsOverThePickedAndListsWhatFailed', async () => {
    const run = { bulkId: '', by: {}, startedAt: '', endedAt: null, cancelled: false, total: 2, done: 0, failedCount: 0, failed: [] };
    server.answers.startRun = ((bulkId: string) => ({ ...run, bulkId })) as never;
    await show();
    act(() => useTicketsUi.getState().pickAll(['t1', 't2']));
    fireEvent.click(screen.getByRole('button', { name: en.bulk.macro }));
    await act(async () => fireEvent.click(await screen.findByRole('menuitem', { name: 'Thank you' })));
    await waitFor(() => expect(server.called('startRun')[0]?.slice(1)).toEqual([['t1', 't2'], [{ kind: 'trigger', trigger: 'solve' }], 'Thank you']));
    const bulkId = server.called('startRun')[0]?.[0] as string;
    const failed = [{ ticketId: 't2', code: 'ticketEnded', why: 'Merged into #7.' }];
    act(() => server.hub.tell('run', { ...run, bulkId, done: 2, failedCount: 1, failed, endedAt: '2026-01-01T00:00:00Z' } as never));
    expect(await screen.findByText(/2 of 2 done/)).toBeTruthy();
    expect(screen.getByRole('list', { name: en.bulk.failures }).textContent).toContain(`#2 ${en.errors[603]} Merged into #7.`);
  });

  it('search_ShowsMarkedExcerptsOfTicketsAndChats', async () => {
    server.answers.search = (() => ({
      items: [{ ticket: ticketRow(7, { subject: 'Cup' }), conversation: null, excerpt: 'a \u0002broken\u0003 cup', seq: 2 }],
      next: null,
    })) as never;
    await show();
    fireEvent.change(screen.getByRole('textbox', { name: en.tickets.search }), { target: { value: 'broken' } });
    await act(async () => fireEvent.submit(screen.getByRole('search')));
    expect((await screen.findByText('broken')).tagName).toBe('MARK');
    expect(server.called('search')[0]?.[0]).toMatchObject({ text: 'broken', conversations: true, filter: null });
  });

  it('search_TooBroad_SaysSoInTheServersWordsToo', async () => {
    server.refuse('search', 611, 'More than 250 ms.');
    await show();
    act(() => useTicketsUi.getState().search('a'));
    expect(await screen.findByText(en.tickets.tooBroadTitle)).toBeTruthy();
  });
});
