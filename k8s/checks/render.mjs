// What kustomize, or the one inside kubectl, makes of a folder.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { spawnSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';

const programs = [['kustomize', 'build'], ['kubectl', 'kustomize']];

/** The objects of one overlay. Fails when no program is there that knows components. */
export function render(folder) {
  const tried = [];
  for (const [program, command] of programs) {
    const run = spawnSync(program, [command, folder], { encoding: 'utf8', maxBuffer: 1 << 26 });
    if (run.status === 0) return parseAllDocuments(run.stdout).map((document) => document.toJS()).filter(Boolean);
    tried.push(`${program}: ${run.error?.message ?? run.stderr.trim()}`);
  }
  throw new Error(`Nothing could render ${folder}. ${tried.join(' ')}`);
}

/** An overlay with further components. */
export function renderWith(folder, components) {
  const made = mkdtempSync(join(tmpdir(), 'grainline-overlay-'));
  try {
    writeFileSync(join(made, 'kustomization.yaml'), JSON.stringify({ resources: [relative(made, folder)], components: components.map((component) => relative(made, component)) }));
    return render(made);
  } finally {
    rmSync(made, { recursive: true });
  }
}
