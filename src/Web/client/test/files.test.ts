import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserEnvironment, ErrorCode, Files, fileSize, memoryStorage, wordsOf, type Upload, type UploadSource } from '../src';
import { TusServer } from './fake/tusServer';

const content = Buffer.alloc(300_000, 'grainline ');

/** What a browser calls a File: under Node the protocol's client takes a Buffer. */
const file = (): UploadSource => Object.assign(Buffer.from(content), { name: 'a.txt', size: content.length, type: 'text/plain', lastModified: 1 });

const until = (upload: Upload, fits: (u: Upload) => boolean): Promise<void> => new Promise((resolve) => {
  const look = () => { if (fits(upload)) resolve(); };
  upload.on('change', look);
  look();
});

describe('Files', () => {
  let server: TusServer;
  let files: Files;
  let tokens = 0;
  const storage = memoryStorage();

  beforeEach(async () => {
    server = new TusServer();
    tokens = 0;
    const env = { ...browserEnvironment(), after: (_: number, run: () => void) => browserEnvironment().after(1, run), onWake: () => () => {} };
    files = new Files({ baseUrl: await server.start(), token: () => Promise.resolve(`t${++tokens}`), env, storage, scope: 'amy' });
  });
  afterEach(() => server.stop());

  it('upload_Whole_IsReadyWithItsNameAndFreshTokens', async () => {
    const upload = files.upload(file());
    await until(upload, (u) => u.over);

    expect(upload.attachment).toEqual({ id: 'u1', name: 'a.txt', contentType: 'text/plain', bytes: content.length, previewWidth: null, previewHeight: null });
    expect(server.uploads.get('u1')?.bytes.equals(content)).toBe(true);
    expect(server.uploads.get('u1')?.metadata).toBe(`filename ${Buffer.from('a.txt').toString('base64')},filetype ${Buffer.from('text/plain').toString('base64')}`);
    expect(new Set(server.asked.map((a) => a.authorization)).size).toBe(server.asked.length);
    expect(storage.getItem('grainline.uploads.amy')).toBeNull();
  });

  it('upload_ConnectionCut_GoesOnWhereTheServerIs', async () => {
    server.cutAfter = 100_000;

    const upload = files.upload(file());
    await until(upload, (u) => u.over);

    expect(upload.state).toBe('ready');
    expect(server.uploads.get('u1')?.bytes.equals(content)).toBe(true);
    expect(server.uploads.size).toBe(1);
  });

  it('upload_RefusedForGood_FailsWithTheCode', async () => {
    server.faults.push({ method: 'POST', status: 413, body: JSON.stringify({ code: ErrorCode.attachmentTooLarge, detail: 'too large' }) });

    const upload = files.upload(file());
    await until(upload, (u) => u.state === 'failed');

    expect(upload.error?.code).toBe(ErrorCode.attachmentTooLarge);
    upload.resume();
    await until(upload, (u) => u.state === 'ready');
  });

  it('upload_Scanned_WaitsUntilItIsReady', async () => {
    server.stages = ['scanning', 'scanning', 'ready'];

    const upload = files.upload(file());
    await until(upload, (u) => u.over);

    expect(server.asked.filter((a) => a.method === 'GET')).toHaveLength(3);
    expect(upload.state).toBe('ready');
  });

  it('upload_SameFileAgain_GoesOnWithTheFormerOne', async () => {
    server.faults.push({ method: 'PATCH', status: 400, body: JSON.stringify({ code: 100, detail: '' }) });
    const first = files.upload(file());
    await until(first, (u) => u.state === 'failed');

    const second = files.upload(file());
    await until(second, (u) => u.over);

    expect(server.uploads.size).toBe(1);
    expect(second.attachment?.id).toBe('u1');
  });

  it('cancel_ForgetsItOnTheServerToo', async () => {
    server.faults.push({ method: 'PATCH', status: 400, body: JSON.stringify({ code: 100, detail: '' }) });
    const upload = files.upload(file());
    await until(upload, (u) => u.state === 'failed');

    await upload.cancel();

    expect(upload.state).toBe('cancelled');
    expect(server.uploads.size).toBe(0);
  });

  it('link_AskedTwice_IsAskedOfTheServerOnce', async () => {
    const [one, two, other] = await Promise.all([files.link('u1'), files.link('u1'), files.link('u1', 'save')]);

    expect(one).toEqual(two);
    expect(other.url).not.toBe(one.url);
    expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/files\//);
  });
});

describe('words', () => {
  it.each([[0, '0 B'], [812, '812 B'], [1_536, '1.5 KB'], [15_000_000, '14 MB'], [2 ** 31, '2 GB']])('fileSize_%i_Is%s', (bytes, said) => {
    expect(fileSize(bytes, 'en')).toBe(said);
  });

  it('wordsOf_FilesOnly_IsTheFirstName', () => {
    const attachments = [{ id: '1', name: 'a.png', contentType: 'image/png', bytes: 1 }];
    expect(wordsOf({ text: '', attachments })).toBe('a.png');
    expect(wordsOf({ text: 'look', attachments })).toBe('look');
  });
});
