import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { WidgetState } from '../state';
import { eventText } from '../transcript';
import { Avatar } from './Avatar';
import { Bubbles } from './Bubbles';
import { useAround } from './context';
import { dayName, groupsOf } from './groups';
import { Icon } from './icons';

/** The messages. Stays at the end while the reader is there; else a pill tells of news. */
export function Log({ state, children }: { state: WidgetState; children?: ComponentChildren }) {
  const { t, locale, actions } = useAround();
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [seen, setSeen] = useState(0);
  const groups = useMemo(() => groupsOf(state.lines, (line) => eventText(line, t) !== null), [state.lines, t]);
  const lastMine = state.lines.at(-1)?.mine ? state.lines.at(-1)!.key : null;

  useLayoutEffect(() => {
    if (atEnd && box.current) box.current.scrollTop = box.current.scrollHeight;
  });
  // One's own message always brings one down.
  useLayoutEffect(() => { if (lastMine !== null) toEnd(); }, [lastMine]);
  useEffect(() => {
    const look = () => {
      if (!atEnd || document.visibilityState !== 'visible') return;
      setSeen(state.lines.length);
      if (state.unread > 0) actions.read();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [atEnd, state.lines.length, state.unread]);

  function toEnd() {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setAtEnd(true);
  }
  function onScroll() {
    const b = box.current!;
    setAtEnd(b.scrollHeight - b.scrollTop - b.clientHeight < 60);
  }

  const fresh = state.lines.slice(seen).filter((l) => !l.mine && l.kind !== 'event').length;
  return (
    <div class="logwrap">
      <div class="log" ref={box} onScroll={onScroll} tabIndex={0} role="log" aria-live="polite" aria-label={t.transcript} aria-busy={!state.loaded}>
        {!state.loaded && state.active && <Skeleton />}
        {groups.map((g) => {
          if (g.kind === 'day') return <p key={g.key} class="day"><span>{dayName(g.lines[0]!.at, locale, t.today, t.yesterday)}</span></p>;
          if (g.kind === 'event') return <p key={g.key} class="event">{eventText(g.lines[0]!, t)}</p>;
          return <Bubbles key={g.key} lines={g.lines} />;
        })}
        {children}
        {state.typing !== null && (
          <div class="run theirs typing">
            <Avatar name={state.typing} size="s" />
            <div class="bubble dots" role="img" aria-label={t.typing(state.typing)}><i /><i /><i /></div>
          </div>
        )}
      </div>
      {!atEnd && (
        <button type="button" class="pill" onClick={toEnd}>
          <Icon name="down" size={16} />{fresh > 0 ? t.newMessages(fresh) : t.latest}
        </button>
      )}
    </div>
  );
}

const Skeleton = () => <div class="skeleton" aria-hidden="true"><i /><i /><i class="right" /><i /></div>;
