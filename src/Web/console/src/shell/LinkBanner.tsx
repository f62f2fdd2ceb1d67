import { DisconnectOutlined, LoadingOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { farewellText } from '../common/errorText';
import { clockTime } from '../common/time';
import { useLanguage, useT } from '../i18n/language';
import { useInbox, useLink, useWorkspace } from '../state/workspace';

/** Said above the thread while the link is not whole: what will happen to what is written meanwhile. */
export function LinkBanner() {
  const t = useT();
  const { agent, reconnect } = useWorkspace();
  const language = useLanguage((s) => s.language);
  const link = useLink();
  useInbox();
  const lastOnline = useRef<number | null>(null);
  useEffect(() => {
    // The moment of leaving "online", or the last drawing in it: either way nothing newer was heard.
    if (link === 'online')
      return () => {
        lastOnline.current = Date.now();
      };
    return undefined;
  }, [link]);
  if (link === 'online' || (link === 'connecting' && agent.outbox.length === 0)) return null;
  const unsent = agent.outbox.filter((i) => !i.failed).length;
  if (link === 'refused') {
    return (
      <div className="banner" data-tone="bad" role="alert">
        <DisconnectOutlined aria-hidden /> {farewellText(agent.error, t)}
        <button type="button" className="link" onClick={reconnect}>
          {t.link.retryNow}
        </button>
      </div>
    );
  }
  return (
    <div className="banner" data-tone={link === 'offline' ? undefined : 'calm'} role="status">
      {link === 'offline' ? <DisconnectOutlined aria-hidden /> : <LoadingOutlined aria-hidden />}
      {link === 'offline' ? t.link.offlineUnsent(unsent) : t.link[link]}
      {lastOnline.current !== null && <span className="num">· {t.link.stale(clockTime(new Date(lastOnline.current).toISOString(), language))}</span>}
    </div>
  );
}
