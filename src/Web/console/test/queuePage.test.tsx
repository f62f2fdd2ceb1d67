import { act, fireEvent, screen, within } from '@testing-library/react';
import { GrainlineError } from '@grainline/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { useLanguage } from '../src/i18n/language';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';
import QueuePage from '../src/queue/QueuePage';
import { useUi } from '../src/state/ui';
import { atDesk, FakeAgent } from './parts/desk';
import { queue, snapshot, waits } from './parts/queues';

const support = () => queue('support', { line: [waits('a', { priority: 'urgent', ring: 2 }), waits('b')], agents: [snapshot('amy')] });
const rows = () => screen.getAllByRole('listitem').map((r) => within(r).getByText(/^Visitor/).textContent);

describe('QueuePage', () => {
  let agent: FakeAgent;
  beforeEach(() => {
    useLanguage.setState({ language: 'en' });
    useUi.setState({ selected: null, zone: 'queue', tab: 'all', wish: null });
    agent = new FakeAgent();
  });
  const show = (...roles: ('agent' | 'supervisor')[]) => atDesk(agent, <QueuePage />, roles.length ? roles : ['agent']);

  it('watching_EndsWithThePage', () => {
    const { unmount } = show();
    expect(agent.watching).toBe(1);
    unmount();
    expect(agent.watching).toBe(0);
  });

  it('push_RedrawsTheLine', () => {
    show();
    act(() => agent.tell(support()));
    expect(rows()).toEqual(['Visitor a', 'Visitor b']);
    act(() => agent.tell(queue('support', { line: [waits('b')] })));
    expect(rows()).toEqual(['Visitor b']);
  });

  it('lostLink_KeepsThePictureAndSaysThatItIsOld', () => {
    show();
    act(() => agent.tell(support()));
    expect(screen.getByText(en.queues.live)).toBeTruthy();
    act(() => agent.lose());
    expect(screen.queryByText(en.queues.live)).toBeNull();
    expect(screen.getByText(/Last updated/)).toBeTruthy();
    expect(rows()).toHaveLength(2);
  });

  it('pull_OpensTheConversationToWriteIn', async () => {
    show();
    act(() => agent.tell(support()));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Pull: Visitor b' })));
    expect(agent.calls).toEqual([['pull', 'b']]);
    expect(useUi.getState()).toMatchObject({
      selected: 'b',
      zone: 'inbox',
      tab: 'mine',
      wish: { conversationId: 'b', tab: 'reply' },
      accepting: false,
    });
  });

  it('pull_Refused_SaysWhyAndStays', async () => {
    agent.answers.pull = () => Promise.reject(new GrainlineError(401, 'Full.'));
    show();
    act(() => agent.tell(support()));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Pull: Visitor a' })));
    expect(await screen.findByText(en.errors[401] ?? '')).toBeTruthy();
    expect(useUi.getState()).toMatchObject({ selected: null, accepting: false });
  });

  it('takeNext_OfOneQueue_AsksThatQueueOnly', async () => {
    show();
    act(() => agent.tell(support(), queue('returns', { line: [waits('c')] })));
    fireEvent.click(screen.getByRole('button', { name: /^returns/ }));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: new RegExp(en.queues.takeNext) })));
    expect(agent.calls).toEqual([['pullNext', 'returns']]);
  });

  it('agents_NeitherAssignNorPrioritise', () => {
    show();
    act(() => agent.tell(support()));
    expect(screen.queryByRole('button', { name: /^Assign/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Change the priority/ })).toBeNull();
    expect(screen.getByText(/Urgent/)).toBeTruthy();
  });

  it('supervisor_ChangesThePriority', async () => {
    show('supervisor');
    act(() => agent.tell(support()));
    fireEvent.click(screen.getByRole('button', { name: 'Change the priority: Visitor b, Normal' }));
    await act(async () => fireEvent.click(await screen.findByRole('menuitem', { name: 'High' })));
    expect(agent.calls).toEqual([['classify', 'b', { priority: 'high' }]]);
  });

  it('closedQueue_SaysUntilWhen_InChineseToo', () => {
    useLanguage.setState({ language: 'zh-CN' });
    show();
    act(() => agent.tell(queue('support', { open: false, opensAt: '2099-01-04T09:00:00Z' })));
    expect(screen.getByText(/support 已关闭，.*开放/)).toBeTruthy();
    expect(screen.getByText(zh.list.emptyQueue)).toBeTruthy();
  });

  it('refused_SaysThatItIsNotForThisRole', () => {
    show();
    act(() => agent.lose(new GrainlineError(202, 'No.')));
    expect(screen.getByText(en.queues.noPermission)).toBeTruthy();
  });
});
