import type { VersionedFolder } from '@grainline/client';
import { App, Button } from 'antd';
import { CardLoading } from '../common/CardLoading';
import { fullTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { useLoaded } from '../state/loaded';
import { useWorkspace } from '../state/workspace';
import { deskError } from './deskError';

interface Props<T> {
  folder: VersionedFolder;
  id: string;
  /** The newest. */
  version: number;
  /** An old one, to begin the next version with. */
  onTake(spec: T): void;
}

/** Every version that was ever published; tickets keep the one that they were made by. */
export function DeskVersions<T>({ folder, id, version, onTake }: Props<T>) {
  const t = useT();
  const language = useLanguage((s) => s.language);
  const { agent } = useWorkspace();
  const { message } = App.useApp();
  const versions = useLoaded(`${folder} ${id}`, async () => (await agent.desk.versions(folder, id)).items, String(version));
  const take = (n: number) =>
    agent.desk.version<T>(folder, id, n).then(
      (v) => onTake(v.spec),
      (error: unknown) => void message.error(deskError(error)),
    );
  return (
    <section className="desk-versions" aria-label={t.policies.versions}>
      <h3>{t.policies.versions}</h3>
      <CardLoading of={versions}>
        {(items) => (
          <ol className="versions" reversed>
            {items.map((v) => (
              <li key={v.version} data-current={v.version === version}>
                <span className="version-number num">v{v.version}</span>
                <div className="version-what">
                  <span>
                    <small className="muted">
                      {v.by.kind === 'system' ? (
                        t.desk.builtIn
                      ) : (
                        <>
                          {t.policies.by(v.by.name)} · <time dateTime={v.at}>{fullTime(v.at, language)}</time>
                        </>
                      )}
                    </small>
                    {v.version === version && (
                      <span className="chip" data-tone="accent">
                        {t.policies.inForce}
                      </span>
                    )}
                  </span>
                  {v.note && <p className="version-note">{v.note}</p>}
                </div>
                {v.version !== version && (
                  <Button size="small" aria-label={`${t.desk.takeVersion}: ${t.policies.version(v.version)}`} onClick={() => void take(v.version)}>
                    {t.desk.takeVersion}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        )}
      </CardLoading>
    </section>
  );
}
