import { defineConfig } from 'vite';

// Not Vite's library mode: that leaves white space in ES modules for other bundlers, and here there is none after this one.
export default defineConfig({
  // What is loaded later stands beside the panel, wherever that is.
  base: './',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  build: {
    outDir: '../dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      // SignalR's own misplaced annotations: nothing that this project could mend.
      onwarn: (warning, warn) => { if (warning.code !== 'INVALID_ANNOTATION') warn(warning); },
      input: 'src/panel/main.tsx',
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: 'panel.js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
