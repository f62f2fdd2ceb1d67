import type { ReactNode } from 'react';

/** What a zone says when it has no content: an empty list, an error, a missing permission. */
export function State({ icon, title, text, action, tone }: { icon: ReactNode; title?: string; text: string; action?: ReactNode; tone?: 'alert' }) {
  return (
    <div className="state" role={tone === 'alert' ? 'alert' : 'status'}>
      <span className="glyph" aria-hidden="true">
        {icon}
      </span>
      {title && <h2>{title}</h2>}
      <p>{text}</p>
      {action}
    </div>
  );
}
