import type { LifecycleSpec } from '@grainline/client';

export const box = { width: 132, height: 40, gapX: 156, gapY: 58, margin: 36 };

export interface DiagramNode {
  id: string;
  x: number;
  y: number;
}

export interface DiagramEdge {
  key: string;
  from: string;
  to: string;
  path: string;
  /** Names of the triggers that go this way. */
  triggers: string[];
  x: number;
  y: number;
}

export interface Diagram {
  nodes: DiagramNode[];
  edges: DiagramEdge[];
  /** Triggers from any state, by where they lead: drawn at the state, as arrows from everywhere would hide all others. */
  anywhere: Record<string, string[]>;
  width: number;
  height: number;
}

/** Columns by how many steps a state is from the first; what nothing leads to stands last. */
function levels(spec: LifecycleSpec): Map<string, number> {
  const level = new Map<string, number>([[spec.initial, 0]]);
  const open = [spec.initial];
  for (let id = open.shift(); id !== undefined; id = open.shift())
    for (const x of spec.transitions) {
      if (!x.from.includes(id) || level.has(x.to)) continue;
      level.set(x.to, (level.get(id) ?? 0) + 1);
      open.push(x.to);
    }
  const last = Math.max(0, ...level.values());
  for (const s of spec.states) if (!level.has(s.id)) level.set(s.id, last + 1);
  return level;
}

/** Where states stand and how the arrows go: forward from side to side, back underneath, within a column around the side. */
export function diagramOf(spec: LifecycleSpec): Diagram {
  const level = levels(spec);
  const columns: string[][] = [];
  for (const s of spec.states) (columns[level.get(s.id) ?? 0] ??= []).push(s.id);
  const tallest = Math.max(1, ...columns.map((c) => c?.length ?? 0));
  const step = box.height + box.gapY;
  const nodes = columns.flatMap((ids, column) =>
    (ids ?? []).map((id, row) => ({
      id,
      x: box.margin + column * (box.width + box.gapX),
      y: box.margin + (row + (tallest - (ids ?? []).length) / 2) * step,
    })),
  );
  const at = new Map(nodes.map((n) => [n.id, n]));
  const ways = spec.transitions.flatMap((x) => x.from.map((from) => [from, x.to] as const));
  const edges = new Map<string, DiagramEdge>();
  let back = 0;
  const anywhere: Record<string, string[]> = {};
  for (const x of spec.transitions) {
    if (x.from.length === 0) (anywhere[x.to] ??= []).push(x.trigger);
    for (const from of x.from) {
      const [a, b] = [at.get(from), at.get(x.to)];
      if (!a || !b || a === b) continue;
      const key = `${from} ${x.to}`;
      const known = edges.get(key);
      if (known) known.triggers.push(x.trigger);
      else {
        // A label stands where its arrow is most alone: near the end that fewer share.
        const crowded = ways.filter(([f]) => f === from).length >= ways.filter(([, to]) => to === x.to).length;
        if (b.x < a.x) back++;
        edges.set(key, { key, from, to: x.to, triggers: [x.trigger], ...way(a, b, crowded ? 0.68 : 0.32, back) });
      }
    }
  }
  const bottom = Math.max(0, ...nodes.map((n) => n.y + box.height));
  return {
    nodes,
    edges: [...edges.values()],
    anywhere,
    width: box.margin * 2 + columns.length * (box.width + box.gapX) - box.gapX,
    height: bottom + box.margin + 52,
  };
}

/** A point of a cubic curve. */
function along(t: number, a: number, b: number, c: number, d: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

function way(a: DiagramNode, b: DiagramNode, label: number, back: number): { path: string; x: number; y: number } {
  const mid = box.height / 2;
  const curve = (x1: number, y1: number, c1: number, d1: number, c2: number, d2: number, x2: number, y2: number, t: number) => ({
    path: `M${x1} ${y1}C${c1} ${d1} ${c2} ${d2} ${x2} ${y2}`,
    x: along(t, x1, c1, c2, x2),
    y: along(t, y1, d1, d2, y2) - 4,
  });
  if (b.x > a.x) {
    const [x1, y1, x2, y2] = [a.x + box.width, a.y + mid - 6, b.x, b.y + mid - 6];
    const bend = (x2 - x1) / 2;
    return curve(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2, y1 === y2 ? 0.5 : label);
  }
  if (b.x === a.x) {
    const down = a.y < b.y;
    const side = down ? a.x + box.width : a.x;
    const out = side + (down ? 44 : -44);
    return curve(side, a.y + mid + 8, out, a.y + mid + 8, out, b.y + mid + 8, side, b.y + mid + 8, 0.5);
  }
  // Each way back has a depth of its own, so that their labels do not meet.
  const [x1, y1, x2, y2] = [a.x + box.width / 2, a.y + box.height, b.x + box.width / 2, b.y + box.height];
  const deep = Math.max(y1, y2) + 30 + (back % 3) * 18;
  return curve(x1, y1, x1, deep, x2, deep, x2, y2, 0.4);
}
