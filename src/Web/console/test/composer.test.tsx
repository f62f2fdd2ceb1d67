import type { ConversationThread, ConversationView, StaffRole } from '@grainline/client';
import { act, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockedBy } from '../src/composer/allowed';
import { Composer } from '../src/composer/Composer';
import { loadDraft, saveDraft } from '../src/composer/drafts';
import { lengthState, textLimit } from '../src/composer/length';
import { useLanguage } from '../src/i18n/language';
import { keysAreText, useUi } from '../src/state/ui';
import { WorkspaceContext, type Workspace } from '../src/state/workspace';
import { view } from './parts/views';

const post = vi.fn();
const thread = { conversationId: 'c1', post, notifyTyping: vi.fn() } as unknown as ConversationThread;

function show(conversation: ConversationView = view(), roles: StaffRole[] = ['agent']) {
  const workspace = { session: { agentId: 'amy', name: 'Amy', token: '', expiresAt: '', roles } } as unknown as Workspace;
  return render(
    <WorkspaceContext value={workspace}>
      <Composer thread={thread} view={conversation} />
    </WorkspaceContext>,
  );
}

const box = () => screen.getByRole('textbox') as HTMLTextAreaElement;
const write = (value: string) => fireEvent.change(box(), { target: { value } });

beforeEach(() => {
  vi.useFakeTimers();
  useLanguage.setState({ language: 'en' });
});
afterEach(() => {
  vi.useRealTimers();
  post.mockClear();
});

describe('Composer', () => {
  it('Enter_SendsTrimmedAndEmpties', () => {
    show();
    write('  hello \n');
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    expect(post).toHaveBeenCalledExactlyOnceWith('hello', 'text');
    expect(box().value).toBe('');
  });

  it('Enter_WhileComposing_ChoosesCharactersOnly', () => {
    show();
    write('ni hao');
    fireEvent.compositionStart(box());
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229, isComposing: true });
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    expect(post).not.toHaveBeenCalled();
    fireEvent.compositionEnd(box());
    write('你好');
    // Safari: the composition has ended, but the key that ended it still arrives, as 229.
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 });
    expect(post).not.toHaveBeenCalled();
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    expect(post).toHaveBeenCalledExactlyOnceWith('你好', 'text');
  });

  it('ShiftEnter_IsLeftToTheBrowser', () => {
    show();
    write('one');
    const press = createEvent.keyDown(box(), { key: 'Enter', keyCode: 13, shiftKey: true });
    fireEvent(box(), press);
    expect(press.defaultPrevented).toBe(false);
    expect(post).not.toHaveBeenCalled();
  });

  it('NoteTab_SendsANote', () => {
    show();
    fireEvent.click(screen.getByRole('tab', { name: /Note/ }));
    write('secret');
    fireEvent.click(screen.getByRole('button', { name: /Add note/ }));
    expect(post).toHaveBeenCalledExactlyOnceWith('secret', 'note');
  });

  it('TooLong_SaysByHowMuchAndDoesNotSend', () => {
    show();
    write('x'.repeat(textLimit + 3));
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
    expect(screen.getByText('3 characters too many')).toBeTruthy();
    expect(post).not.toHaveBeenCalled();
  });

  it('Draft_IsSavedWithinASecondAndComesBack', () => {
    const { unmount } = show();
    write('half a thought');
    act(() => void vi.advanceTimersByTime(900));
    expect(loadDraft('amy', 'c1').reply).toBe('half a thought');
    unmount();
    show();
    expect(box().value).toBe('half a thought');
  });

  it('Draft_LeftAtOnce_IsSavedAnyway', () => {
    const { unmount } = show();
    write('gone');
    unmount();
    expect(loadDraft('amy', 'c1').reply).toBe('gone');
  });

  it('Wish_MadeBeforeTheComposerCame_IsTakenByIt', () => {
    useUi.setState({ selected: 'c1', wish: null });
    useUi.getState().write('note');
    expect(keysAreText(useUi.getState(), Date.now())).toBe(true);
    show();
    expect(document.activeElement).toBe(box());
    expect(screen.getByRole('tab', { name: /Note/ }).getAttribute('aria-selected')).toBe('true');
    expect(keysAreText(useUi.getState(), Date.now())).toBe(false);
  });

  it('Wish_ForAnotherConversation_IsLeftAlone', () => {
    useUi.setState({ selected: 'c2', wish: null });
    useUi.getState().write('reply');
    show();
    expect(document.activeElement).not.toBe(box());
    expect(keysAreText(useUi.getState(), Date.now() + 3_000)).toBe(false);
  });

  it('Resolved_SaysWhyAndStillTakesNotes', () => {
    show(view({ status: 'resolved', assignee: null }));
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText(/This chat is resolved/)).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: /Note/ }));
    expect(box()).toBeTruthy();
  });
});

describe('blockedBy', () => {
  const amy = { agentId: 'amy', roles: ['agent'] as StaffRole[] };
  const sam = { agentId: 'sam', roles: ['agent', 'supervisor'] as StaffRole[] };
  const lis = view({ assignee: { id: 'li', name: 'Li' } });
  it('blockedBy_OwnChat_IsFree', () => expect(blockedBy(view(), amy, 'reply')).toBeNull());
  it('blockedBy_AnothersChat_IsNotYours', () => expect(blockedBy(lis, amy, 'reply')).toBe('notYours'));
  it('blockedBy_AnothersChat_SupervisorMayWrite', () => expect(blockedBy(lis, sam, 'reply')).toBeNull());
  it('blockedBy_Queued_IsUnassigned', () => expect(blockedBy(view({ status: 'queued', assignee: null }), amy, 'reply')).toBe('unassigned'));
  it('blockedBy_Closed_TakesNothingFromAnybody', () =>
    expect([blockedBy(view({ status: 'closed' }), sam, 'reply'), blockedBy(view({ status: 'closed' }), sam, 'note')]).toEqual(['closed', 'closed']));
});

describe('drafts', () => {
  it('drafts_TwoAgents_DoNotMix', () => {
    saveDraft('amy', 'c1', { tab: 'reply', reply: 'a', note: '' });
    expect(loadDraft('li', 'c1').reply).toBe('');
  });
  it('drafts_Emptied_LeaveNothingBehind', () => {
    saveDraft('amy', 'c1', { tab: 'reply', reply: 'a', note: '' });
    saveDraft('amy', 'c1', { tab: 'reply', reply: '', note: '' });
    expect(localStorage.length).toBe(0);
  });
});

describe('lengthState', () => {
  it('lengthState_WindowsLineEnds_CountOnce', () => expect(lengthState('a\r\nb').used).toBe(3));
  it('lengthState_AtTheLimit_IsNotOver', () => expect(lengthState('x'.repeat(textLimit)).over).toBe(0));
});
