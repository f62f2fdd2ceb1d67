import type { StateCategory } from '@grainline/client';
import { useStateName } from '../state/desk';

const tones: Record<StateCategory, 'accent' | 'warn' | undefined> = {
  new: 'warn',
  open: 'accent',
  pending: undefined,
  onHold: undefined,
  solved: undefined,
  closed: undefined,
};

/** A state under the name that its tenant has given it. */
export function StateChip({ team, state, category }: { team: string; state: string; category: StateCategory }) {
  const name = useStateName();
  return (
    <span className="chip state-chip" data-tone={tones[category]} data-category={category}>
      <i aria-hidden="true" />
      {name(team, state)}
    </span>
  );
}
