import type { ReactNode } from 'react';
import { useT } from '../i18n/language';
import type { Loaded } from '../state/loaded';
import { errorText } from './errorText';
import { RowsSkeleton } from './Skeleton';

/** What a card shows of something that is fetched: bones, one line that says why not, or what it is. */
export function CardLoading<T>({ of, children }: { of: Loaded<T>; children: (value: T) => ReactNode }) {
  const t = useT();
  if (of.value !== null) return children(of.value);
  if (of.error === null) return <RowsSkeleton rows={2} />;
  return (
    <p className="field-error" role="alert">
      {errorText(of.error, t)}{' '}
      <button type="button" className="link" onClick={of.reload}>
        {t.app.retry}
      </button>
    </p>
  );
}
