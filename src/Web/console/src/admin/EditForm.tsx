import type { ReactNode } from 'react';

/** What is edited under settings. Its fields say themselves what is wrong, so the browser does not. */
export function EditForm({ onSubmit, children }: { onSubmit(): Promise<unknown>; children: ReactNode }) {
  return (
    <form
      className="admin-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void onSubmit();
      }}
    >
      {children}
    </form>
  );
}
