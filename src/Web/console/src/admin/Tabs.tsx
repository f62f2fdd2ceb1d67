interface Props<T extends string> {
  label: string;
  value: T;
  tabs: { id: T; label: string }[];
  onChange(id: T): void;
}

/** Tabs with the arrow keys between them, as screen readers announce. */
export function Tabs<T extends string>({ label, value, tabs, onChange }: Props<T>) {
  const at = tabs.findIndex((x) => x.id === value);
  function steer(e: React.KeyboardEvent<HTMLDivElement>) {
    const step = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    e.preventDefault();
    onChange(next.id);
    e.currentTarget.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  }
  return (
    <div className="list-tabs admin-tabs" role="tablist" aria-label={label} onKeyDown={steer}>
      {tabs.map((x) => (
        <button
          key={x.id}
          id={`tab-${x.id}`}
          type="button"
          role="tab"
          aria-selected={x.id === value}
          aria-controls={`panel-${x.id}`}
          tabIndex={x.id === value ? 0 : -1}
          onClick={() => onChange(x.id)}
        >
          {x.label}
        </button>
      ))}
    </div>
  );
}
