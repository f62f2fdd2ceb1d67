import type { LinkState } from '@grainline/client';
import { clockTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { useInbox, useLink } from '../state/workspace';

/** Whether this page hears the server, in a colour and in words; how old the list is when it could not be refreshed. */
export function LinkDot({ staleAt }: { staleAt: number | null }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const link: LinkState = useLink();
  const { load } = useInbox();
  return (
    <>
      <span className="link-dot" data-state={link} role="status">
        <i aria-hidden="true" />
        {t.link[link]}
      </span>
      {staleAt !== null && <span className="muted num">{t.link.stale(clockTime(new Date(staleAt).toISOString(), language))}</span>}
      {load.capacity > 0 && (
        <span className="load num" title={t.status.load(load.load, load.capacity)}>
          <Slots load={load.load} capacity={load.capacity} />
          {t.status.load(load.load, load.capacity)}
        </span>
      )}
    </>
  );
}

function Slots({ load, capacity }: { load: number; capacity: number }) {
  const width = Math.min(100, (load / capacity) * 100);
  return (
    <span className="slots" data-full={load >= capacity} aria-hidden="true">
      <i style={{ width: `${width}%` }} />
    </span>
  );
}
