import type { LifecycleSpec } from '@grainline/client';
import { useId } from 'react';
import { useLanguage, useT } from '../../i18n/language';
import { nameIn } from '../../state/desk';
import { box, diagramOf } from './diagram.model';

interface Props {
  spec: LifecycleSpec;
  /** States that stand for themselves alone: nothing leads to them, or nothing ends from them, or the server has named them. */
  unreachable: ReadonlySet<string>;
  dead: ReadonlySet<string>;
  named: ReadonlySet<string>;
}

/** States and the ways between them. What it shows stands in words in the tables beneath. */
export function Diagram({ spec, unreachable, dead, named }: Props) {
  const t = useT();
  const id = useId();
  const language = useLanguage((s) => s.language);
  const { nodes, edges, anywhere, width, height } = diagramOf(spec);
  const stateName = (state: string) => nameIn(spec.states.find((s) => s.id === state)?.names, language, state);
  const triggerName = (trigger: string) => nameIn(spec.transitions.find((x) => x.trigger === trigger)?.names, language, trigger);
  const words = edges.map((e) => `${stateName(e.from)} → ${stateName(e.to)}: ${e.triggers.map(triggerName).join(', ')}`).join('; ');
  return (
    <div className="diagram">
      <svg viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width }} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{t.desk.diagram}</title>
        <desc id={`${id}-desc`}>{words}</desc>
        <defs>
          <marker id={`${id}-head`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path d="M0 0L8 4L0 8z" className="diagram-head" />
          </marker>
        </defs>
        {edges.map((e) => (
          <g key={e.key}>
            <path d={e.path} className="diagram-edge" markerEnd={`url(#${id}-head)`} />
            <text x={e.x} y={e.y} className="diagram-label">
              {e.triggers.map(triggerName).join(', ')}
            </text>
          </g>
        ))}
        {nodes.map((n) => {
          const fault = dead.has(n.id) ? t.desk.deadEnd : unreachable.has(n.id) ? t.desk.unreachable : named.has(n.id) ? t.desk.named : null;
          return (
            <g key={n.id} className="diagram-node" data-fault={fault !== null} data-initial={n.id === spec.initial}>
              <rect x={n.x} y={n.y} width={box.width} height={box.height} rx={10} />
              <text x={n.x + box.width / 2} y={n.y + box.height / 2 + 4.5}>
                {stateName(n.id)}
              </text>
              {anywhere[n.id] && (
                <text x={n.x + box.width / 2} y={n.y - 8} className="diagram-any">
                  {t.desk.fromAny}: {anywhere[n.id]?.map(triggerName).join(', ')}
                </text>
              )}
              {fault && (
                <text x={n.x + box.width / 2} y={n.y + box.height + 14} className="diagram-fault">
                  {fault}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
