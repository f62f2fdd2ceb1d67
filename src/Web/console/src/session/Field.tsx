import { useId, type ReactNode } from 'react';

interface ControlProps {
  id: string;
  status: 'error' | '';
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

/** A label, a control, and what is wrong or worth knowing, tied together for screen readers. */
export function Field({
  label,
  error,
  help,
  children,
}: {
  label: string;
  error?: string | undefined;
  help?: string | undefined;
  children: (props: ControlProps) => ReactNode;
}) {
  const id = useId();
  const text = error ?? help;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, status: error ? 'error' : '', 'aria-invalid': error !== undefined, 'aria-describedby': text ? `${id}-text` : undefined })}
      {text && (
        <p id={`${id}-text`} className={error ? 'field-error' : 'muted'}>
          {text}
        </p>
      )}
    </div>
  );
}
