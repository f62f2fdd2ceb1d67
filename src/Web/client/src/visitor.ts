import { GrainlineClient, type ClientOptions } from './client';
import type { Environment } from './environment';
import { browserEnvironment } from './environment';
import { rest } from './rest';
import type { Items, SignedIdentity, SiteInfo, VisitorSession } from './restTypes';
import type { ThreadHost } from './thread';
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

  siteInfo(): Promise<SiteInfo> { return rest(this.env, this.baseUrl, `/sites/${encodeURIComponent(this.#site)}`); }

  protected override me(): ThreadHost['me'] { return { kind: 'visitor' }; }

  protected override probe(): Promise<unknown> {
    return this.threads[0]?.sync() ?? Promise.resolve();
  }
}
