import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.GRAINLINE_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    // One vendor file for everyone would make the log-in page wait for the workspace: routes decide instead, React alone is shared.
    rollupOptions: { output: { manualChunks: { react: ['react', 'react-dom', 'react-dom/client'] } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: server },
      '/hubs': { target: server, ws: true },
    },
  },
  // Whole pages are drawn: on a machine that builds beside it that takes its time, and none of it is measured.
  test: { environment: 'jsdom', setupFiles: ['./test/setup.ts'], include: ['test/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
});
