import type { ReactNode } from 'react';
import { Mark } from '../app/Mark';
import { languages, useLanguage, useT } from '../i18n/language';

/** The page around a form: a quiet picture on the left, the form on the right, the language on top. */
export function SessionFrame({ children }: { children: ReactNode }) {
  const t = useT();
  const { language, set } = useLanguage();
  return (
    <div className="session">
      <aside className="session-side">
        <div className="session-brand">
          <Mark size={34} />
          <span>{t.app.name}</span>
        </div>
        <Grain />
        <div className="session-motto">
          <p>{t.login.motto}</p>
          <p className="session-motto-more">{t.login.mottoMore}</p>
        </div>
      </aside>
      <main className="session-main">
        <div className="session-languages" role="group" aria-label={t.language.label}>
          {languages.map((l) => (
            <button key={l} type="button" lang={l} aria-pressed={l === language} onClick={() => set(l)}>
              {t.language[l]}
            </button>
          ))}
        </div>
        <div className="session-card">{children}</div>
      </main>
    </div>
  );
}

function Grain() {
  const lines = Array.from({ length: 16 }, (_, i) => {
    const y = 20 + i * 30;
    const swell = 34 * Math.exp(-(((i - 8) / 4.2) ** 2));
    return (
      <path
        key={i}
        d={`M-20 ${y} C 120 ${y - swell}, 200 ${y - swell * 1.6}, 300 ${y} S 480 ${y + swell * 1.5}, 640 ${y - swell * 0.4}`}
        opacity={0.1 + 0.5 * Math.exp(-(((i - 8) / 5) ** 2))}
      />
    );
  });
  return (
    <svg className="session-grain" viewBox="0 0 600 500" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="1.4">
        {lines}
      </g>
    </svg>
  );
}
