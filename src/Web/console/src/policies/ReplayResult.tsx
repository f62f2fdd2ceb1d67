import type { Estimate, ReplayReport } from '@grainline/client';
import { duration, percent, policyName } from '../common/figure';
import { fullTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { Bars } from './Bars';
import { kinds, measures, scaleOf, verdict, type Measure } from './replay.model';

/** What the other policy would have done, beside what this one did in the same run. */
export function ReplayResult({ report: r }: { report: ReplayReport }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const say = (m: Measure, v: number) => (kinds[m].unit === 'share' ? percent(v, language) : duration(v, t));
  const cell = (m: Measure, e: Estimate) => (
    <td className="num">
      {say(m, e.mean)}
      <small className="muted">
        {say(m, e.low)} – {say(m, e.high)}
      </small>
    </td>
  );
  return (
    <section className="replay-result" aria-label={t.replay.result}>
      <p className="muted">
        {t.replay.basis(r.arrivals)} {fullTime(r.from, language)} – {fullTime(r.to, language)}
      </p>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.replay.measure}</th>
              <th scope="col">
                <i className="key-baseline" aria-hidden="true" /> {t.replay.baseline(policyName(r.baseline.policy, t))}
              </th>
              <th scope="col">
                <i className="key-candidate" aria-hidden="true" /> {policyName(r.candidate.policy, t)}
              </th>
              <th scope="col" aria-label={t.replay.compared} />
              <th scope="col">{t.replay.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {measures(r).map((m) => {
              const [a, b] = [r.baseline.figures[m], r.candidate.figures[m]];
              const v = verdict(m, a, b);
              return (
                <tr key={m}>
                  <th scope="row">{t.replay.measures[m]}</th>
                  {cell(m, a)}
                  {cell(m, b)}
                  <td>
                    <Bars baseline={a} candidate={b} scale={scaleOf(m, a, b)} />
                  </td>
                  <td>
                    <span className="chip" data-tone={v === 'better' ? 'accent' : v === 'worse' ? 'bad' : undefined}>
                      {t.replay.verdicts[v]}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="muted">{t.replay.intervals}</p>
    </section>
  );
}
