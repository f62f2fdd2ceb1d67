import { describe, expect, it } from 'vitest';
import { AgentInbox, type ConversationView, type InboxEvent, type InboxView, type OfferView } from '../src/index';
import { FakeConversation } from './fake/conversation';
import { seeded } from './fake/random';

const view = (id: string, version: number, change: Partial<ConversationView> = {}): ConversationView =>
  ({ ...new FakeConversation(id).view(), version, ...change });

const offer = (id: string): OfferView => ({ offerId: id, offeredAt: '', expiresAt: '', conversation: { conversationId: id, queue: 'support',
  visitor: { id: 'v', name: 'V', verified: false, email: null }, subject: null, language: null, lastText: null, waitingSince: '' } });

const picture = (feed: number, conversations: ConversationView[] = [], offers: OfferView[] = []): InboxView =>
  ({ agentId: 'amy', name: 'Amy', conversations, offers, status: 'available', reason: null, since: '', load: conversations.length, capacity: 4, feed });

describe('AgentInbox', () => {
  it('apply_NextNumber_IsApplied_AnyOther_IsAGapUntilReplaced', () => {
    const inbox = new AgentInbox();
    inbox.replace(picture(10));
    expect(inbox.apply({ type: 'offer', offer: offer('o1'), feed: 11 })).toBe('applied');
    expect(inbox.apply({ type: 'offer', offer: offer('o1'), feed: 11 })).toBe('duplicate');
    expect(inbox.apply({ type: 'offer', offer: offer('o3'), feed: 13 })).toBe('gap');
    inbox.replace(picture(12));
    expect(inbox.gap).toBe(true);
    inbox.replace(picture(13, [], [offer('o1'), offer('o3')]));
    expect(inbox.gap).toBe(false);
    expect(inbox.offers.map((o) => o.offerId)).toEqual(['o1', 'o3']);
  });

  it('apply_AssigneeIsSomebodyElse_LeavesTheInbox', () => {
    const inbox = new AgentInbox();
    inbox.replace(picture(1, [view('c1', 5)]));
    inbox.apply({ type: 'conversation', conversation: view('c1', 6, { assignee: { id: 'li', name: 'Li' } }), feed: 2 });
    expect(inbox.conversations).toEqual([]);
    expect(inbox.conversation('c1')?.assignee?.id).toBe('li');
  });

  it('apply_OutsideTheFeed_UpdatesOnlyIfNotOlder', () => {
    const inbox = new AgentInbox();
    inbox.replace(picture(1, [view('c1', 5)]));
    inbox.apply({ type: 'conversation', conversation: view('c1', 4, { subject: 'old' }), feed: null });
    expect(inbox.conversation('c1')?.subject).toBeNull();
    inbox.apply({ type: 'conversation', conversation: view('c1', 7, { subject: 'new' }), feed: null });
    expect(inbox.conversation('c1')?.subject).toBe('new');
  });

  it.each(Array.from({ length: 20 }, (_, i) => i))('seed %i: a lossy feed with repairs ends as the server has it', (seed) => {
    const random = seeded(seed);
    const inbox = new AgentInbox();
    const offers = new Map<string, OfferView>();
    let feed = 0;
    inbox.replace(picture(0));
    for (let i = 0; i < 60; i++) {
      feed++;
      let event: InboxEvent;
      const gone = [...offers.keys()][0];
      if (gone !== undefined && random() < 0.45) {
        offers.delete(gone);
        event = { type: 'offerWithdrawn', offerId: gone, reason: 'expired', feed };
      } else {
        offers.set(`o${i}`, offer(`o${i}`));
        event = { type: 'offer', offer: offer(`o${i}`), feed };
      }
      for (let copies = random() < 0.2 ? 0 : random() < 0.2 ? 2 : 1; copies > 0; copies--) inbox.apply(event);
      if (inbox.gap && random() < 0.4) inbox.replace(picture(feed, [], [...offers.values()]));
    }
    feed++;
    inbox.apply({ type: 'load', status: 'busy', reason: null, since: '', load: 0, capacity: 4, feed });
    if (inbox.gap) inbox.replace(picture(feed, [], [...offers.values()]));
    expect(inbox.offers.map((o) => o.offerId).sort()).toEqual([...offers.keys()].sort());
  });
});
