import type { ReactNode } from 'react';

/** One subject of a form: what it is for on the left, its fields on the right. */
export function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className="form-section" aria-label={title}>
      <header>
        <h3>{title}</h3>
        {help && <p className="muted">{help}</p>}
      </header>
      <div className="form-fields">{children}</div>
    </section>
  );
}
