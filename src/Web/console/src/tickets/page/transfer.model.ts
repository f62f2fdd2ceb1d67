import type { DeskView, FormSpec, Team, TicketView } from '@grainline/client';

export interface Arrival {
  id: string;
  spec: FormSpec;
  /** It is another form, or another version of it: its fields are shown. */
  asks: boolean;
  /** Names of fields that it has no place for. */
  lost: string[];
}

/** The form under which a ticket arrives: the chosen one, else its own if the team has that, else the team's first. */
export function arrivalForm(desk: DeskView, view: Pick<TicketView, 'form' | 'fields'>, team: Team, chosen: string | null): Arrival | null {
  const id = chosen ?? (team.forms.includes(view.form.id) ? view.form.id : team.forms[0]);
  const form = desk.forms.find((f) => f.id === id);
  if (!form) return null;
  return {
    id: form.id,
    spec: form.spec,
    asks: form.id !== view.form.id || form.version !== view.form.version,
    lost: Object.keys(view.fields).filter((name) => !(name in (form.spec.schema.properties ?? {}))),
  };
}
