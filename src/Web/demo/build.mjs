import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { art } from './art.mjs';
import { en, zh } from './texts.mjs';

const here = (path) => new URL(path, import.meta.url);
const out = (path) => here(`../dist/demo/${path}`);

const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** One product's card; the picture is drawn, so the page asks nobody for anything. */
const card = (t) => ({ id, price }) => `
      <li class="card">
        <div class="picture ${id}">${art[id]}</div>
        <div class="row"><h3>${escape(t.products[id][0])}</h3><span class="price">${escape(t.money(price))}</span></div>
        <p>${escape(t.products[id][1])}</p>
        <button type="button" class="add">${escape(t.add)}</button>
      </li>`;

const products = [
  { id: 'teapot', price: 64 }, { id: 'kettle', price: 89 }, { id: 'cups', price: 38 },
  { id: 'tin', price: 24 }, { id: 'tray', price: 52 }, { id: 'whisk', price: 29 },
];

function page(t) {
  const template = readFileSync(here('template.html'), 'utf8');
  return template
    .replace('{{cards}}', () => products.map(card(t)).join(''))
    .replace('{{hero}}', () => art.hero)
    .replace(/\{\{(\w+)\}\}/g, (_, key) => {
      if (!(key in t)) throw new Error(`The demo page has no text "${key}".`);
      return escape(t[key]);
    });
}

rmSync(out(''), { recursive: true, force: true });
for (const folder of ['zh/', 'home/']) mkdirSync(out(folder), { recursive: true });
writeFileSync(out('index.html'), page(en));
writeFileSync(out('zh/index.html'), page(zh));
for (const file of ['shop.css', 'shop.js', 'home/index.html', 'home/home.css']) copyFileSync(here(file), out(file));
