import { RollbackOutlined } from '@ant-design/icons';
import type { PolicyVersion } from '@grainline/client';
import { App, Button } from 'antd';
import { percent, policyName } from '../common/figure';
import { fullTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { weightNames, weightShares } from './spec.model';

/** Every version that was ever published; one is in force. */
export function Versions({ items, busy, onRollBack }: { items: PolicyVersion[]; busy: boolean; onRollBack(to: PolicyVersion): Promise<boolean> }) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const { modal } = App.useApp();
  const details = ({ weights, learning }: PolicyVersion['spec']): string => {
    if (weights) {
      const shares = weightShares(weights);
      return weightNames.map((n) => `${t.decisions.parts[n]} ${percent(shares[n], language)}`).join(' · ');
    }
    if (learning)
      return `${t.policies.exploration} ${percent(learning.maxExploration, language)} · ${t.policies.holdout} ${percent(learning.holdout, language)}`;
    return '';
  };
  const ask = (v: PolicyVersion) =>
    modal.confirm({
      title: t.policies.rollBackTitle(v.version),
      content: t.policies.rollBackText(policyName(v.spec.name, t)),
      okText: t.policies.rollBack,
      cancelText: t.app.cancel,
      onOk: () => onRollBack(v),
    });
  return (
    <ol className="versions" reversed>
      {items.map((v) => (
        <li key={v.version} data-current={v.inForce}>
          <span className="version-number num">v{v.version}</span>
          <div className="version-what">
            <span>
              <strong>{policyName(v.spec.name, t)}</strong>
              {v.inForce && (
                <span className="chip" data-tone="accent">
                  {t.policies.inForce}
                </span>
              )}
            </span>
            {details(v.spec) && <small className="muted num">{details(v.spec)}</small>}
            <small className="muted">
              {v.by ? t.policies.by(v.by.name) : t.policies.byProfile} · <time dateTime={v.at}>{fullTime(v.at, language)}</time>
            </small>
            {v.note && <p className="version-note">{v.note}</p>}
          </div>
          {!v.inForce && (
            <Button
              size="small"
              icon={<RollbackOutlined aria-hidden />}
              disabled={busy}
              aria-label={`${t.policies.rollBack}: ${t.policies.version(v.version)}`}
              onClick={() => ask(v)}
            >
              {t.policies.rollBack}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
