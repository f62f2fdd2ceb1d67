import { GrainlineClient, type ClientOptions } from './client';
import type { Environment } from './environment';
import { browserEnvironment } from './environment';
import { rest } from './rest';
import type { Items, SignedIdentity, SiteInfo, VisitorSession } from './restTypes';
import type { PublicForm } from './deskTypes';
import type { ThreadHost } from './thread';
import type { FieldValues } from './ticketTypes';
import type { ConversationView } from './wire';

export interface OpenOptions {
  queue?: string | undefined;
  subject?: string | undefined;
  /** BCP 47, such as `zh-CN`. */
  language?: string | undefined;
  attributes?: Record<string, string> | undefined;
  /** Id of one of the queue's topics. */
  topic?: string | undefined;
}

export interface VisitorTicket {
  ticketId?: string | undefined;
  form: string;
  subject: string;
  fields: FieldValues;
}

export interface VisitorOptions extends Omit<ClientOptions<VisitorSession>, 'renew'> {
  /** The site's public key. */
  site: string;
  /** Asked at each registration, so that a later log-in of the shop's customer counts. */
  identity?: (() => SignedIdentity | null) | undefined;
  /** Each new session, for keeping. */
  onSession?: ((session: VisitorSession) => void) | undefined;
}

export interface RegisterOptions {
  baseUrl: string;
  site: string;
  identity?: SignedIdentity | null | undefined;
  /** A known visitor's token: renews it instead of making a new visitor. */
  token?: string | undefined;
  environment?: Partial<Environment> | undefined;
}

/** First contact, or with `token` a renewal; a token that is no longer taken makes a new visitor. */
export async function registerVisitor({ baseUrl, site, identity, token, environment }: RegisterOptions): Promise<VisitorSession> {
  const env = browserEnvironment(environment);
  const body = { site, identity: identity ?? undefined };
  try {
    return await rest<VisitorSession>(env, baseUrl, '/visitors', { body, token });
  } catch (error) {
    if (token && (error as { aboutSession?: boolean }).aboutSession) return rest<VisitorSession>(env, baseUrl, '/visitors', { body });
    throw error;
  }
}

/** A visitor's client. */
export class GrainlineVisitor extends GrainlineClient<VisitorSession> {
  readonly #site: string;

  constructor(options: VisitorOptions) {
    super('visitor', {
      ...options,
      renew: async (current) => {
        const session = await registerVisitor({
          baseUrl: this.baseUrl, site: options.site, identity: options.identity?.(), token: current?.token, environment: options.environment,
        });
        options.onSession?.(session);
        return session;
      },
    });
    this.#site = options.site;
  }

  get session(): VisitorSession | null { return this.credentials.value; }

  /** The visitor's open conversation, or a new one: atomic on the server. */
  openConversation(options: OpenOptions = {}): Promise<ConversationView> { return this.change('OpenConversation', options); }

  /** `score` 1 (bad) to 5 (good). */
  rate(conversationId: string, score: number, comment?: string): Promise<ConversationView> {
    return this.change('Rate', { conversationId, score, comment: comment ?? null });
  }

  end(conversationId: string): Promise<ConversationView> { return this.change('Close', { conversationId }); }

  /** Newest first. */
  async conversations(query: { before?: string; limit?: number } = {}): Promise<Items<ConversationView>> {
    const { token } = await this.credentials.current();
    return rest(this.env, this.baseUrl, '/visitor/conversations', { token, query });
  }

  /** 608 when there is none, or none for visitors. */
  async publicForm(id: string): Promise<PublicForm> {
    const { token } = await this.credentials.current();
    return rest(this.env, this.baseUrl, `/forms/${encodeURIComponent(id)}`, { token });
  }

  /** Makes a retry of `createTicket` safe. */
  async newTicketId(): Promise<string> {
    const { token } = await this.credentials.current();
    return (await rest<{ ticketId: string }>(this.env, this.baseUrl, '/tickets/ids', { method: 'POST', token })).ticketId;
  }

  /** By a public form; its team serves it, this visitor is whom it is for. 605 names the field that is wrong. */
  async createTicket(ticket: VisitorTicket): Promise<{ ticketId: string; number: number }> {
    const { token } = await this.credentials.current();
    return rest(this.env, this.baseUrl, '/tickets', { token, body: ticket });
  }

  siteInfo(): Promise<SiteInfo> { return rest(this.env, this.baseUrl, `/sites/${encodeURIComponent(this.#site)}`); }

  protected override me(): ThreadHost['me'] { return { kind: 'visitor' }; }

  protected override probe(): Promise<unknown> {
    return this.threads[0]?.sync() ?? Promise.resolve();
  }
}
