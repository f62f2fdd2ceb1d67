import { DownOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useNow } from '../common/clock';
import { ThreadSkeleton } from '../common/Skeleton';
import { dayLabel } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import type { useStick } from './useStick';

interface Props {
  stick: ReturnType<typeof useStick>;
  label: string;
  loaded: boolean;
  /** Nothing to show yet. */
  empty: boolean;
  /** What the way back to the end is called. */
  latest: string;
  className?: string;
  children: ReactNode;
}

/** What a log of a conversation or ticket stands in: it scrolls, is read out as it grows, and leads back to its end. */
export function LogFrame({ stick: { ref, onScroll, away, toEnd }, label, loaded, empty, latest, className = 'messages-inner', children }: Props) {
  return (
    <div className="messages-frame">
      <div
        ref={ref}
        className="messages"
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={label}
        aria-busy={!loaded}
      >
        <div className={className}>{!loaded && empty ? <ThreadSkeleton /> : children}</div>
      </div>
      {away && (
        <button type="button" className="latest" onClick={toEnd}>
          <DownOutlined aria-hidden /> {latest}
        </button>
      )}
    </div>
  );
}

export function DayLine({ at }: { at: string }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  return (
    <div className="line-day" role="separator">
      <span>{dayLabel(at, useNow(), language, t)}</span>
    </div>
  );
}
