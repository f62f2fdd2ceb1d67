import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

// The panel's address changes with its content, so it may be cached for good; the loader itself is asked for anew.
const panel = createHash('sha256').update(readFileSync(new URL('../dist/widget/panel.js', import.meta.url))).digest('hex').slice(0, 12);

export default defineConfig({
  define: { __PANEL_VERSION__: JSON.stringify(panel) },
  build: {
    outDir: '../dist/widget',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'src/loader/main.ts', name: 'grainlineLoader', formats: ['iife'], fileName: () => 'widget.js' },
  },
});
