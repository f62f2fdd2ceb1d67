import { useCallback, useLayoutEffect, useRef, useState } from 'react';

const near = 80;

/**
 * Keeps a scrolled view at its end while it is there, and where the reader left it otherwise, also when older entries enter above.
 * `newest` and `count` say what is rendered; `reachedTop` is asked for more.
 */
export function useStick(id: string, newest: string | null, count: number, reachedTop: () => void) {
  const ref = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const fromBottom = useRef(0);
  const lastNewest = useRef<string | null>(null);
  const [away, setAway] = useState(false);

  const toEnd = useCallback(() => {
    const box = ref.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setAway(false);
  }, []);

  const onScroll = useCallback(() => {
    const box = ref.current;
    if (!box) return;
    fromBottom.current = box.scrollHeight - box.scrollTop;
    atEnd.current = fromBottom.current - box.clientHeight < near;
    setAway(!atEnd.current);
    if (box.scrollTop < near) reachedTop();
  }, [reachedTop]);

  useLayoutEffect(() => toEnd(), [id, toEnd]);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    if (atEnd.current) toEnd();
    // More entries under the same newest one: they are older and stand above.
    else if (newest === lastNewest.current) box.scrollTop = box.scrollHeight - fromBottom.current;
    else fromBottom.current = box.scrollHeight - box.scrollTop;
    lastNewest.current = newest;
  }, [newest, count, toEnd]);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    // Typing lines, a growing composer and a rotated phone change heights without a scroll.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, [id]);

  return { ref, onScroll, away, toEnd };
}
