import { useEffect, useState, type ReactNode } from 'react';
import { useT } from '../i18n/language';

/** Nothing for the first 150 ms: what loads at once must not flash. */
export function Delayed({ children, ms = 150 }: { children: ReactNode; ms?: number }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const id = setTimeout(() => setShown(true), ms);
    return () => clearTimeout(id);
  }, [ms]);
  return shown ? children : null;
}

export function RowsSkeleton({ rows = 8 }: { rows?: number }) {
  const t = useT();
  return (
    <Delayed>
      <div className="skeleton-rows" role="status" aria-label={t.app.loading}>
        {Array.from({ length: rows }, (_, i) => (
          <div key={i} className="skeleton-row">
            <span className="bone" style={{ width: 36, height: 36, borderRadius: '50%' }} />
            <span style={{ flex: 1 }}>
              <span className="bone" style={{ display: 'block', width: `${38 + ((i * 17) % 30)}%`, height: 11, marginBottom: 8 }} />
              <span className="bone" style={{ display: 'block', width: `${62 + ((i * 23) % 30)}%`, height: 10 }} />
            </span>
          </div>
        ))}
      </div>
    </Delayed>
  );
}

export function ThreadSkeleton() {
  const t = useT();
  return (
    <Delayed>
      <div className="skeleton-thread" role="status" aria-label={t.app.loading}>
        {[58, 40, 66, 30, 52].map((width, i) => (
          <span
            key={i}
            className="bone"
            style={{ width: `${width}%`, height: i % 2 ? 34 : 48, alignSelf: i % 2 ? 'flex-end' : 'flex-start', borderRadius: 12 }}
          />
        ))}
      </div>
    </Delayed>
  );
}
