import { defineConfig } from 'vite';

// The bundle is for Node programs (load tools, end-to-end tests); the widget and the console build from the sources.
export default defineConfig({
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'node20',
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: 'index' },
    rollupOptions: { external: ['@microsoft/signalr', 'tus-js-client'] },
  },
});
