import { useEffect, useMemo, useState } from 'preact/hooks';
import { questionsOf, valuesOf } from '../form';
import type { WidgetState } from '../state';
import { useAround } from './context';
import { FormQuestion } from './FormQuestion';
import { Icon } from './icons';

/** The public form, and the number of the ticket that it became. */
export function Form({ state, back }: { state: WidgetState; back(): void }) {
  const { t, locale, actions, close } = useAround();
  const { form, step, number, code, field, ticketId } = state.form;
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const questions = useMemo(() => (form ? questionsOf(form.spec, locale) : []), [form, locale]);
  useEffect(() => { if (step === 'none') actions.askForm(); }, []);

  function submit(e: SubmitEvent) {
    e.preventDefault();
    const element = e.currentTarget as HTMLFormElement;
    const bad: Record<string, string> = {};
    for (const control of [...element.elements] as HTMLInputElement[]) {
      if (control.name && !control.checkValidity()) bad[control.name] ??= control.validity.valueMissing ? t.formNeeded : t.formCheck;
    }
    const data = new FormData(element);
    // A group of boxes has no requirement of its own in HTML.
    for (const q of questions) if (q.widget === 'checkboxes' && q.required && data.getAll(q.path).length === 0) bad[q.path] = t.formNeeded;
    setWrong(bad);
    const first = Object.keys(bad)[0];
    if (first !== undefined) return element.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    actions.submitForm(String(data.get(' subject')).trim(), valuesOf(questions, data), ticketId);
  }

  return (
    <div class="view fill">
      <div class="header">
        <button type="button" class="round" aria-label={t.back} onClick={back}><Icon name="back" /></button>
        <h2 class="filltitle">{form ? form.spec.name : t.formOpen}</h2>
        <button type="button" class="round" aria-label={t.close} onClick={close}><Icon name="close" /></button>
      </div>
      <div class="fillbody">
        {step === 'sent' && number !== null ? (
          <section class="card" role="status">
            <h3>{t.formSent(number)}</h3>
            <p class="soft">{t.formSentHint}</p>
            <button type="button" class="primary" data-first onClick={() => actions.askForm()}>{t.formAgain}</button>
          </section>
        ) : step === 'failed' ? (
          <section class="card" role="alert">
            <p>{t.formGone}</p>
            <button type="button" class="primary" onClick={() => actions.askForm()}>{t.formRetry}</button>
          </section>
        ) : form === null ? <p class="note" role="status">{t.connecting}</p> : (
          <form key={ticketId ?? ''} noValidate onSubmit={submit}>
            <label>
              <span>{t.formSubject} *</span>
              <input name=" subject" class="comment" required maxLength={200} aria-invalid={' subject' in wrong} />
              {wrong[' subject'] && <small class="bad" role="alert">{wrong[' subject']}</small>}
            </label>
            {questions.map((q) => <FormQuestion key={q.path} of={q} wrong={wrong[q.path] ?? (field === q.path ? t.formCheck : undefined)} />)}
            {code !== null && <p class="bad" role="alert">{t.formFailed(code)}</p>}
            <button type="submit" class="primary" disabled={step === 'sending'}>{step === 'sending' ? t.formSending : t.formSend}</button>
          </form>
        )}
      </div>
    </div>
  );
}
