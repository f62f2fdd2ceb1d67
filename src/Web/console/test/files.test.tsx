import { Emitter, GrainlineError, type AttachmentView, type ConversationThread, type Files, type UploadSource, type UploadState } from '@grainline/client';
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Composer } from '../src/composer/Composer';
import { useLanguage } from '../src/i18n/language';
import { MessageFiles } from '../src/files/MessageFiles';
import { atDesk, FakeAgent } from './parts/desk';
import { view } from './parts/views';

/** An upload that goes as the test says. */
class FakeUpload extends Emitter<{ change: void }> {
  state: UploadState = 'uploading';
  sent = 0;
  error: GrainlineError | null = null;
  attachment: AttachmentView | null = null;
  resume = vi.fn();
  pause = vi.fn();
  cancel = vi.fn(() => Promise.resolve());

  constructor(readonly source: UploadSource) { super(); }

  become(state: UploadState, more: Partial<FakeUpload> = {}): void {
    Object.assign(this, more, { state });
    act(() => this.emit('change', undefined));
  }
}

const file = (name: string) => new File(['x'.repeat(2_048)], name, { type: 'text/plain' });
const attachment: AttachmentView = { id: 'f1', name: 'a.txt', contentType: 'text/plain', bytes: 2_048 };

describe('Files of a message', () => {
  let uploads: FakeUpload[];
  const post = vi.fn();
  let conversation = 0;

  function show() {
    const agent = Object.assign(new FakeAgent(), {
      files: { upload: (source: UploadSource) => uploads[uploads.push(new FakeUpload(source)) - 1] } as unknown as Files,
    });
    const conversationId = `c${++conversation}`;
    const thread = { conversationId, post, notifyTyping: vi.fn() } as unknown as ConversationThread;
    atDesk(agent, <Composer thread={thread} view={view({ conversationId })} />);
  }
  const choose = (...files: File[]) => fireEvent.change(screen.getByTestId('composer-files'), { target: { files } });
  const send = () => screen.getByRole('button', { name: 'Send' });

  beforeEach(() => {
    uploads = [];
    post.mockClear();
    useLanguage.setState({ language: 'en' });
  });

  it('chosen_UntilItIsThere_CannotBeSent_ThenGoesWithoutWords', () => {
    show();
    choose(file('a.txt'));
    expect(send()).toHaveProperty('disabled', true);
    uploads[0]!.become('ready', { attachment });

    fireEvent.click(send());

    expect(post).toHaveBeenCalledExactlyOnceWith('', 'text', undefined, [attachment]);
    expect(screen.queryByRole('list', { name: 'Files' })).toBeNull();
  });

  it('buttons_OfEachState_DoWhatTheySay', () => {
    show();
    choose(file('a.txt'));
    expect(screen.getByRole('progressbar', { name: 'Progress of a.txt' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Pause a.txt' }));
    uploads[0]!.become('paused');
    fireEvent.click(screen.getByRole('button', { name: 'Resume a.txt' }));
    uploads[0]!.become('failed', { error: new GrainlineError(124, '') });
    expect(screen.getByRole('alert').textContent).toContain('The file is not what its name says');
    fireEvent.click(screen.getByRole('button', { name: 'Try a.txt again' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove a.txt' }));

    expect([uploads[0]!.pause, uploads[0]!.resume, uploads[0]!.cancel].map((f) => f.mock.calls.length)).toEqual([1, 2, 1]);
    expect(screen.queryByText('a.txt')).toBeNull();
  });

  it('dropped_OrPastedPictures_AreTaken_WordsAreNot', () => {
    show();
    const box = screen.getByRole('textbox');
    fireEvent.drop(box, { dataTransfer: { types: ['Files'], files: [file('dropped.txt')] } });
    fireEvent.paste(box, { clipboardData: { types: ['Files'], files: [file('pasted.png')] } });
    fireEvent.paste(box, { clipboardData: { types: ['text/plain', 'Files'], files: [file('table.png')] } });

    expect(uploads.map((u) => u.source.name)).toEqual(['dropped.txt', 'pasted.png']);
  });

  it('moreThanTen_AreLeftOut', async () => {
    show();
    choose(...Array.from({ length: 11 }, (_, i) => file(`${i}.txt`)));

    expect(uploads).toHaveLength(10);
    expect(await screen.findByText('A message takes at most 10 files.')).toBeTruthy();
  });

  it('picture_WithPreview_IsDrawnFromASignedAddress_OthersByName', async () => {
    const link = vi.fn(() => Promise.resolve({ url: 'http://x/files/1', expiresAt: '' }));
    const agent = Object.assign(new FakeAgent(), { files: { link } as unknown as Files });
    atDesk(agent, <MessageFiles files={[{ ...attachment, id: 'p', name: 'p.png', previewWidth: 40, previewHeight: 30 }, attachment]} />);

    expect((await screen.findByRole('img', { name: 'p.png' })).getAttribute('src')).toBe('http://x/files/1');
    expect(link).toHaveBeenCalledExactlyOnceWith('p', 'preview');
    expect(screen.getByRole('button', { name: 'Download a.txt' }).textContent).toContain('2 KB');
  });
});
