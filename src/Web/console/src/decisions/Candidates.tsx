import type { DecisionView } from '@grainline/client';
import { CheckCircleFilled } from '@ant-design/icons';
import { useState } from 'react';
import { score } from '../common/figure';
import { useLanguage, useT } from '../i18n/language';
import { partNames, partScale } from './reasons';

const few = 4;

/** Who could have been chosen, best first, and what each score is made of. */
export function Candidates({ decision: d }: { decision: DecisionView }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const [all, setAll] = useState(false);
  if (d.candidates.length === 0) return <p className="muted">{t.decisions.nobody}</p>;
  const names = partNames(d);
  const shown = all ? d.candidates : d.candidates.slice(0, few);
  return (
    <>
      <ol className="candidates">
        {shown.map((c) => (
          <li key={c.agentId} data-chosen={c.agentId === d.chosen?.id}>
            <div className="candidate-head">
              <strong className="ellipsis">
                {c.name ?? c.agentId} {c.agentId === d.chosen?.id && <CheckCircleFilled aria-label={t.decisions.chosenMark} />}
              </strong>
              <span className="num muted" title={t.status.load(c.load, c.capacity)}>
                {c.load}/{c.capacity}
              </span>
              <span className="num" title={t.decisions.score}>
                {score(c.score, language)}
              </span>
            </div>
            <dl className="parts">
              {names.map((name) => {
                const value = c.parts[name] ?? 0;
                return (
                  <div key={name}>
                    <dt>{t.decisions.parts[name] ?? name}</dt>
                    <dd className="num">
                      <svg viewBox="0 0 60 6" preserveAspectRatio="none" aria-hidden="true">
                        <rect className="meter-ground" width="60" height="6" rx="3" />
                        <rect
                          className="meter-value"
                          width={(Math.abs(value) / partScale(d, name)) * 60}
                          height="6"
                          rx="3"
                          data-negative={value < 0}
                        />
                      </svg>
                      {score(value, language)}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </li>
        ))}
      </ol>
      {d.candidates.length > few && (
        <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.decisions.fewer : t.decisions.moreCandidates(d.candidates.length - few)}
        </button>
      )}
    </>
  );
}
