import { act, fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DecisionsCard } from '../src/decisions/DecisionsCard';
import { partScale, rejections } from '../src/decisions/reasons';
import { DeclineMenu } from '../src/offers/DeclineMenu';
import { en } from '../src/i18n/en';
import { useLanguage } from '../src/i18n/language';
import { useDirectory } from '../src/state/directory';
import { atDesk, FakeAgent } from './parts/desk';
import { decision, snapshot } from './parts/queues';
import { view } from './parts/views';

beforeEach(() => {
  useLanguage.setState({ language: 'en' });
  useDirectory.setState({ agents: [snapshot('bo', { name: 'Bo Larsen' })], queues: [] });
});

describe('reasons', () => {
  it('rejections_CommonestFirst_NoneLeftOut', () =>
    expect(rejections(decision())).toEqual([
      { because: 'not-available', count: 5 },
      { because: 'at-capacity', count: 3 },
    ]));
  it('partScale_Shares_AreOfOne_OthersOfTheLargest', () => {
    const d = decision({ candidates: [{ agentId: 'a', name: 'A', score: 1, parts: { skill: 0.4, idle: 250 }, load: 0, capacity: 1 }] });
    expect([partScale(d, 'skill'), partScale(d, 'idle')]).toEqual([1, 250]);
  });
});

describe('DecisionsCard', () => {
  const show = async (agent: FakeAgent, change = {}) => {
    const shown = atDesk(agent, <DecisionsCard view={view(change)} />);
    await act(async () => undefined);
    return shown;
  };

  it('decision_SaysWhoUnderWhichPolicyAndWhyNotTheOthers', async () => {
    const agent = new FakeAgent();
    agent.routing = { decisions: () => Promise.resolve({ items: [decision({ ring: 1 })], waiting: null, next: null }) };
    await show(agent);
    const card = within(screen.getByRole('region', { name: en.decisions.title }));
    expect(card.getByText('Offered to Amy')).toBeTruthy();
    expect(card.getByText(/Weighted score/).textContent).toContain('v4');
    expect(card.getByText(/Weighted score/).textContent).toContain('Ring 1');
    expect(card.getByText(/no free slot/).textContent).toBe('no free slot Bo Larsen and 2 more');
    expect(card.getByText(/^not available/)).toBeTruthy();
  });

  it('waiting_NobodyFits_SaysWhy', async () => {
    const agent = new FakeAgent();
    const now = decision({ offerId: null, chosen: null, candidates: [] });
    agent.routing = { decisions: () => Promise.resolve({ items: [], waiting: now, next: null }) };
    await show(agent, { status: 'queued', position: 1 });
    expect(screen.getByText(/no agent can be asked/)).toBeTruthy();
  });

  it('older_AreFetchedOnceAndStandOnce', async () => {
    const agent = new FakeAgent();
    const [a, b] = [decision(), decision({ offerId: 'c1.0', chosen: { id: 'li', name: 'Li' } })];
    const decisions = vi.fn((_id: string, before?: number) =>
      Promise.resolve(before === undefined ? { items: [a], waiting: null, next: 7 } : { items: [a, b], waiting: null, next: null }),
    );
    agent.routing = { decisions };
    await show(agent);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: en.decisions.older })));
    expect(decisions).toHaveBeenLastCalledWith('c1', 7);
    expect(screen.getAllByText(/^Offered to/).map((x) => x.textContent?.replace(/\d.*|Jan.*/, ''))).toHaveLength(2);
    expect(screen.queryByRole('button', { name: en.decisions.older })).toBeNull();
  });

  it('conversationMoved_IsAskedAgain', async () => {
    const agent = new FakeAgent();
    const decisions = vi.fn(() => Promise.resolve({ items: [], waiting: null, next: null }));
    agent.routing = { decisions };
    let move: (status: 'queued' | 'assigned') => void = () => undefined;
    function Moving() {
      const [status, setStatus] = useState<'queued' | 'assigned'>('queued');
      move = setStatus;
      return <DecisionsCard view={view({ status })} />;
    }
    atDesk(agent, <Moving />);
    await act(async () => undefined);
    await act(async () => move('queued'));
    expect(decisions).toHaveBeenCalledTimes(1);
    await act(async () => move('assigned'));
    expect(decisions).toHaveBeenCalledTimes(2);
  });
});

describe('DeclineMenu', () => {
  const decline = vi.fn();
  const show = () => atDesk(new FakeAgent(), <DeclineMenu open disabled={false} onOpen={() => undefined} onDecline={decline} />);
  beforeEach(() => decline.mockClear());
  it('quickChoice_IsTheReason', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: en.offer.reasons.skill }));
    expect(decline).toHaveBeenCalledExactlyOnceWith('skill');
  });
  it('ownWords_AreTheReason', () => {
    show();
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '  on the phone ' } });
    fireEvent.submit(screen.getByRole('textbox'));
    expect(decline).toHaveBeenCalledExactlyOnceWith('on the phone');
  });
  it('nothingSaid_IsNoReason', () => {
    show();
    fireEvent.submit(screen.getByRole('textbox'));
    expect(decline).toHaveBeenCalledExactlyOnceWith(undefined);
  });
});
