import { ErrorCode, GrainlineError, type FieldValues, type GrainlineVisitor } from '@grainline/client';
import { fieldIn } from './form';
import { noForm, type FormState } from './state';

/** The public form in the one tab that holds the socket: fetched once, sent as often as it takes, one ticket each. */
export class FormDesk {
  state: FormState = noForm;

  constructor(private readonly id: string | null, private readonly client: () => GrainlineVisitor, private readonly changed: () => void) {}

  async ask(): Promise<void> {
    if (this.id === null || this.state.step === 'loading' || this.state.step === 'sending') return;
    if (this.state.form !== null && this.state.step !== 'sent') return;
    const { form } = this.state;
    this.#put({ ...noForm, form, step: 'loading' });
    try {
      const asked = form ?? (await this.client().publicForm(this.id));
      this.#put({ form: asked, step: 'ready', ticketId: await this.#newId() });
    } catch (error) {
      this.#put({ step: 'failed', code: GrainlineError.from(error).code });
    }
  }

  async submit(subject: string, fields: FieldValues, ticketId: string | null): Promise<void> {
    if (this.id === null || this.state.step === 'sending' || (ticketId !== null && this.state.step === 'sent')) return;
    this.#put({ step: 'sending', code: null, field: null });
    try {
      const { number } = await this.client().createTicket({ ...(ticketId === null ? {} : { ticketId }), form: this.id, subject, fields });
      this.#put({ step: 'sent', number });
    } catch (thrown) {
      const error = GrainlineError.from(thrown);
      this.#put({ step: 'ready', code: error.code, field: error.code === ErrorCode.fieldsInvalid ? fieldIn(error.message) : null });
    }
  }

  /** Null where the server gives visitors no ids: then a retry after a lost answer could make a second ticket, and the visitor decides. */
  async #newId(): Promise<string | null> {
    try {
      return await this.client().newTicketId();
    } catch (error) {
      if (GrainlineError.from(error).temporary) throw error;
      return null;
    }
  }

  #put(change: Partial<FormState>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }
}
