import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    outDir: '../dist/widget',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'src/loader/main.ts', name: 'grainlineLoader', formats: ['iife'], fileName: () => 'widget.js' },
  },
});
