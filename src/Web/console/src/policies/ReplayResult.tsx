import type { ReplayFigure, ReplayReport } from '@grainline/client';
import { duration, percent, policyName } from '../common/figure';
import { fullTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { Bars } from './Bars';
import { kinds, lines, scaleOf, verdict } from './replay.model';

/** What the other policy would have done, beside what this one did in the same run. */
export function ReplayResult({ report: r }: { report: ReplayReport }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const plain = ({ name }: ReplayFigure, v: number) => (kinds[name].unit === 'share' ? percent(v, language) : duration(v, t));
  const signed = (f: ReplayFigure, v: number) => (v < 0 ? `−${plain(f, -v)}` : `+${plain(f, v)}`);
  const cell = (f: ReplayFigure) => (
    <td className="num">
      {plain(f, f.value)}
      {f.low !== null && f.high !== null && (
        <small className="muted">
          {plain(f, f.low)} {t.replay.until} {plain(f, f.high)}
        </small>
      )}
    </td>
  );
  return (
    <section className="replay-result">
      <p className="muted">
        {t.replay.basis(r.conversations, r.agents)} {fullTime(r.from, language)} – {fullTime(r.to, language)}
      </p>
      <div className="table-scroll" role="region" aria-label={t.replay.result} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.replay.measure}</th>
              <th scope="col">{t.replay.actual}</th>
              <th scope="col">
                <i className="key-baseline" aria-hidden="true" /> {policyName(r.recorded.policy.name, t)}
              </th>
              <th scope="col">
                <i className="key-candidate" aria-hidden="true" /> {policyName(r.proposed.policy.name, t)}
              </th>
              <th scope="col" aria-label={t.replay.compared} />
              <th scope="col">{t.replay.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {lines(r).map(({ name, actual, recorded, proposed, difference }) => {
              const v = verdict(difference);
              return (
                <tr key={name}>
                  <th scope="row">{t.replay.measures[name]}</th>
                  <td className="num muted">{actual ? plain(actual, actual.value) : '—'}</td>
                  {cell(recorded)}
                  {cell(proposed)}
                  <td>
                    <Bars recorded={recorded} proposed={proposed} scale={scaleOf(name, recorded, proposed)} />
                  </td>
                  <td className="num">
                    <span className="chip" data-tone={v === 'better' ? 'accent' : v === 'worse' ? 'bad' : undefined}>
                      {t.replay.verdicts[v]}
                    </span>{' '}
                    {signed(difference, difference.value)}
                    {difference.low !== null && difference.high !== null && (
                      <small className="muted">
                        {signed(difference, difference.low)} {t.replay.until} {signed(difference, difference.high)}
                      </small>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="muted">{t.replay.intervals}</p>
      {r.notes.length > 0 && (
        <ul className="replay-notes muted" lang="en">
          {r.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
