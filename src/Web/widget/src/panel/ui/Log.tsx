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
export function Log({ state, open, children }: { state: WidgetState; open: boolean; children?: ComponentChildren }) {
  const { t, locale, actions } = useAround();
  const box = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const held = useRef(true);
  const scrolled = useRef({ top: 0, height: 0 });
  const [atEnd, setAtEnd] = useState(true);
  const [seen, setSeen] = useState(0);
  const groups = useMemo(() => groupsOf(state.lines, (line) => eventText(line, t) !== null), [state.lines, t]);
  const lastMine = state.lines.at(-1)?.mine ? state.lines.at(-1)!.key : null;

  held.current = atEnd;
  // Messages, cards, the banner and the keyboard all change the height; whoever was at the end stays there.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => { if (held.current && box.current) box.current.scrollTop = box.current.scrollHeight; });
    observer.observe(box.current!);
    observer.observe(inner.current!);
    return () => observer.disconnect();
  }, []);
  // One's own message always brings one down.
  useLayoutEffect(() => { if (lastMine !== null) toEnd(); }, [lastMine]);
  useEffect(() => {
    const look = () => {
      if (!open || !atEnd || document.visibilityState !== 'visible') return;
      setSeen(state.lines.length);
      if (state.unread > 0) actions.read();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [open, atEnd, state.lines.length, state.unread]);

  function toEnd() {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setAtEnd(true);
  }
  function onScroll() {
    const b = box.current!;
    const { top, height } = scrolled.current;
    scrolled.current = { top: b.scrollTop, height: b.scrollHeight - b.clientHeight };
    if (b.scrollHeight - b.scrollTop - b.clientHeight < 60) setAtEnd(true);
    // Only a hand scrolls up while nothing changes its size; the rest is layout, which the observer follows.
    else if (b.scrollTop < top && b.scrollHeight - b.clientHeight === height) setAtEnd(false);
  }

  const fresh = state.lines.slice(seen).filter((l) => !l.mine && l.kind !== 'event').length;
  return (
    <div class="logwrap">
      <div class="log" ref={box} onScroll={onScroll} tabIndex={0} role="log" aria-live="polite" aria-label={t.transcript} aria-busy={!state.loaded}>
        <div class="lines" ref={inner}>
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
