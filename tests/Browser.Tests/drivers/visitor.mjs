// A visitor under Node, on the official client. Reads one command a line, prints one JSON object a line:
//   post <text>   writes a message            ->  {"ack":{"id","seq"}} for every answer of the server to a post, read off the wire
//   transcript    once everything is placed   ->  {"transcript":[{"seq","id","by","text"}]}
// Arguments: the client's bundle, the server's address.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [bundle, baseUrl] = process.argv.slice(2);
const { GrainlineVisitor } = await import(pathToFileURL(bundle).href);
const { WebSocket } = createRequire(pathToFileURL(bundle))('ws');

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Listens in: an acknowledgement is what the server said, not what the client made of it. */
class TappedSocket extends WebSocket {
  #posts = new Map();

  constructor(...all) {
    super(...all);
    this.on('message', (data) => this.#frames(String(data), (f) => { if (f.type === 3 && f.result && this.#posts.has(f.invocationId)) say({ ack: { id: this.#posts.get(f.invocationId), seq: f.result.seq } }); }));
  }

  send(data, ...rest) {
    this.#frames(String(data), (f) => { if (f.target === 'Post') this.#posts.set(f.invocationId, f.arguments[0].clientMessageId); });
    super.send(data, ...rest);
  }

  #frames(text, take) { for (const frame of text.split('\u001e')) if (frame) take(JSON.parse(frame)); }
}

const visitor = new GrainlineVisitor({ baseUrl, site: 'demo', environment: { WebSocket: TappedSocket } });
const online = new Promise((resolve) => visitor.on('state', (state) => { if (state === 'online') resolve(); }));
visitor.start();
await online;
const { conversationId } = await visitor.openConversation({ language: 'en' });
const thread = visitor.show(conversationId);
say({ conversation: conversationId });

const settled = () => visitor.outbox.length === 0 && !thread.log.gap && thread.log.entries.every((e) => e.seq !== null);
const transcript = () => thread.log.messages.filter((m) => m.kind !== 'event').map((m) => ({ seq: m.seq, id: m.clientMessageId, by: m.author.kind, text: m.text }));

let expected = null;
const tell = () => {
  if (expected === null || !settled() || transcript().length < expected) return;
  expected = null;
  say({ transcript: transcript() });
};
thread.on('change', tell);

for await (const line of createInterface({ input: process.stdin })) {
  const [command, ...rest] = line.split(' ');
  if (command === 'post') thread.post(rest.join(' '));
  else if (command === 'transcript') {
    expected = Number(rest[0]);
    tell();
  } else throw new Error(`Unknown command: ${line}`);
}
visitor.stop();
process.exit(0);
