import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

// Promises to the pages that embed the widget; the build breaks rather than they.
const budgets = { 'widget.js': 5 * 1024, 'panel.js': 60 * 1024 };

let over = false;
for (const [file, budget] of Object.entries(budgets)) {
  const size = gzipSync(readFileSync(new URL(`../dist/widget/${file}`, import.meta.url)), { level: 9 }).length;
  console.log(`${file}: ${size} of ${budget} bytes gzipped`);
  over ||= size > budget;
}
if (over) {
  console.error('A size budget of the widget is exceeded.');
  process.exit(1);
}
