import type { ReactNode } from 'react';
import '../styles/overview.css';
import { StatusSwitch } from '../shell/StatusSwitch';

/** A whole page beside the rail: its name, what is worth knowing of its age, and the person's own status. */
export function Page({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  return (
    <main className="overview" id="thread" tabIndex={-1}>
      <header className="overview-head">
        <h1>{title}</h1>
        {about}
        <StatusSwitch />
      </header>
      {children}
    </main>
  );
}
