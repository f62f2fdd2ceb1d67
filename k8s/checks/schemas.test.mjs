import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { render, renderWith } from './render.mjs';
import { wrongNames, wrongValues } from './schemas.mjs';

const overlays = new URL('../overlays/', import.meta.url).pathname;
const names = readdirSync(overlays);

test('there are overlays', () => assert.ok(names.length >= 2));

for (const name of names) {
  test(`${name}: every object has a schema and keeps it`, () => assert.deepEqual(render(overlays + name).flatMap(wrongValues), []));
  test(`${name}: no object has a field that its kind does not know`, () => assert.deepEqual(wrongNames(render(overlays + name)), []));
}

test('components that no overlay has: every object keeps its schema', () => {
  const objects = renderWith(`${overlays}small`, ['postgres-membership', 'external-stores'].map((name) => `${overlays}../components/${name}`));
  assert.deepEqual([...objects.flatMap(wrongValues), ...wrongNames(objects)], []);
});

/** One change to one object of the large overlay. */
function spoilt(kind, name, change) {
  const object = render(`${overlays}large`).find((o) => o.kind === kind && o.metadata.name === name);
  assert.ok(object, `${kind} ${name} is not in the overlay`);
  change(object);
  return object;
}

const values = [
  ['Deployment', 'grainline-silo', (o) => { o.spec.replicas = 'three'; }],
  ['Deployment', 'grainline-silo', (o) => { delete o.spec.selector; }],
  ['NetworkPolicy', 'grainline-silo', (o) => { o.spec.policyTypes = 'Ingress'; }],
  ['HTTPRoute', 'grainline', (o) => { o.spec.rules[0].timeouts.request = 'never'; }],
  ['ScaledObject', 'grainline-gateway', (o) => { o.spec.minReplicaCount = '3'; }],
  ['PodMonitor', 'grainline-silo', (o) => { o.spec.podMetricsEndpoints[0].interval = 'often'; }],
  ['HorizontalPodAutoscaler', 'grainline-silo', (o) => { o.apiVersion = 'autoscaling/v9'; }],
];
for (const [kind, name, change] of values) {
  test(`a spoilt value is seen: ${change}`, () => assert.notDeepEqual(wrongValues(spoilt(kind, name, change)), []));
}

const unknown = [
  ['Deployment', 'grainline-silo', (o) => { o.spec.template.spec.containers[0].livenesProbe = {}; }],
  ['Deployment', 'grainline-silo', (o) => { o.spec.template.spec.containers[0].securityContext.readOnlyRootFileSystem = true; }],
  ['NetworkPolicy', 'grainline-silo', (o) => { o.spec.ingres = []; }],
  ['HTTPRoute', 'grainline', (o) => { o.spec.rules[0].timeout = {}; }],
  ['ScaledObject', 'grainline-gateway', (o) => { o.spec.fallback.replica = 3; }],
  ['PrometheusRule', 'grainline', (o) => { o.spec.groups[0].rules[0].expression = '1'; }],
];
test('fields that no kind knows are seen', () => {
  const faults = wrongNames(unknown.map((u) => spoilt(...u)));
  assert.equal(faults.length, unknown.length, faults.join('\n'));
});
