import type { StatusInterval } from '@grainline/client';
import { CardLoading } from '../common/CardLoading';
import { clockTime, span } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { useLoaded } from '../state/loaded';
import { useWorkspace } from '../state/workspace';
import { dayStart, laidOut } from './history.model';

const shown = 12;

/** Today's statuses as a band and as a list, newest first. `since` says that it has changed. */
export function StatusHistory({ agentId, since }: { agentId: string; since: string }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const { agent } = useWorkspace();
  const loaded = useLoaded(
    agentId,
    async () => {
      const to = new Date();
      const items = await agent.routing.statusHistory(agentId, dayStart(to).toISOString(), to.toISOString());
      return { items, to: to.getTime() };
    },
    since,
  );
  const words = (i: StatusInterval) => t.status[i.status] + (i.reason ? ` · ${t.status.reasons[i.reason] ?? i.reason}` : '');
  return (
    <section className="card" aria-label={t.wall.history}>
      <h4>{t.wall.history}</h4>
      <CardLoading of={loaded}>
        {(value) =>
          value.items.length === 0 ? (
            <p className="muted">{t.wall.noHistory}</p>
          ) : (
            <>
              <svg className="day-band" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
                {laidOut(value.items, dayStart(new Date(value.to)).getTime(), value.to).map((b) => (
                  <rect key={b.key} x={b.from * 1000} width={b.width * 1000} height="12" data-status={b.status} />
                ))}
              </svg>
              <ul className="history">
                {value.items
                  .toSorted((a, b) => b.from.localeCompare(a.from))
                  .slice(0, shown)
                  .map((i) => (
                    <li key={i.from}>
                      <span className="presence" data-status={i.status} aria-hidden="true" />
                      <span className="ellipsis">{words(i)}</span>
                      <span className="num muted">
                        {clockTime(i.from, language)} · {span((i.to === null ? value.to : Date.parse(i.to)) - Date.parse(i.from), t)}
                      </span>
                    </li>
                  ))}
              </ul>
            </>
          )
        }
      </CardLoading>
    </section>
  );
}
