import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPlainObject } from '../../lib/core/plain-object';
import { PAIRS, placesIn, withName } from '../support/hostile-names';
import { fixture, sizing } from '../support/run';
import { inScope } from '../support/scope';

const NAMES = PAIRS.map(([name]) => name);

const EXTRA_MANIFESTS = [
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name: 'other' },
    spec: { controllerName: 'gateway.k8s.aws/alb' },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'entry' },
    spec: { gatewayClassName: 'other', listeners: [] },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { key: 'value' } },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'disk' },
    spec: { storageClassName: 'gp3', resources: { requests: { storage: '10Gi' } } },
  },
  { apiVersion: 'ps.percona.com/v1', kind: 'PerconaServerMySQL', metadata: { name: 'db' }, spec: { mysql: { size: 3 } } },
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sizing-names-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  /** Total of the estimate, or the rules of the findings. */
  readonly result: unknown;
}

async function outcomeOf(argv: readonly string[]): Promise<Outcome> {
  const { code, stdout, stderr } = await sizing([...argv, '--json']);
  if (code === 70) throw new Error(`${argv.join(' ')}: ${stderr}`);
  const answer: unknown = stdout === '' ? undefined : JSON.parse(stdout);
  if (!isPlainObject(answer)) return { code, result: undefined };
  const { findings } = answer;
  const rules = Array.isArray(findings) ? findings.map((finding: { readonly rule: string }) => finding.rule).sort() : undefined;
  return { code, result: rules ?? answer.monthlyUsd };
}

/** Runs a command on a file with a name at each place in turn. Returns the places where a hostile name changes the outcome. */
async function differing(documents: readonly unknown[], file: string, commandOf: (path: string) => readonly string[]): Promise<string[]> {
  const path = join(folder, file);
  const outcome = async (value: unknown) => {
    writeFileSync(path, (value as readonly unknown[]).map((document) => JSON.stringify(document)).join('\n---\n'));
    return JSON.stringify(await outcomeOf(commandOf(path)));
  };
  const differences: string[] = [];
  const places = placesIn(documents);
  expect(places.length).toBeGreaterThan(20);
  for (const [index, place] of inScope([...places.entries()], ([number]) => number % 6 === 0)) {
    const [name, ordinary] = PAIRS[index % PAIRS.length] ?? PAIRS[0];
    const expected = await outcome(withName(documents, place.path, place.isKey, ordinary));
    const found = await outcome(withName(documents, place.path, place.isKey, name));
    if (found !== expected)
      differences.push(`${place.path.join('.')}${place.isKey ? ' (key)' : ''}: ${name} gives ${found}, not ${expected}`);
  }
  return differences;
}

const template: unknown = JSON.parse(readFileSync(fixture('shop.template.json'), 'utf8'));
const manifests = [...loadAll(readFileSync(fixture('manifests/web.yaml'), 'utf8')), ...EXTRA_MANIFESTS];

describe('names that objects of JavaScript have', () => {
  it('are names like others in templates', async () => {
    expect(await differing([template], 'shop.template.json', (path) => ['estimate', path])).toEqual([]);
  });

  it('are names like others in manifests that are checked', async () => {
    expect(await differing(manifests, 'lint.yaml', (path) => ['lint', path])).toEqual([]);
  });

  it('are names like others in manifests that are priced', async () => {
    expect(await differing(manifests, 'estimate.yaml', (path) => ['estimate', path])).toEqual([]);
  });

  it.each(NAMES)('%s is no kind that has pods, a price or a rule', async (name) => {
    const path = join(folder, 'kinds.yaml');
    const objects = ['v1', 'apps/v1', `${name}/v1`, name].map((apiVersion) => ({
      apiVersion,
      kind: name,
      metadata: { name: 'x' },
      spec: {},
    }));
    writeFileSync(path, objects.map((object) => JSON.stringify(object)).join('\n---\n'));
    for (const command of ['lint', 'estimate']) expect((await sizing([command, path])).code, command).not.toBe(70);
  });

  it.each(NAMES)('%s is refused where a name of ours is expected', async (name) => {
    const workload = join(folder, 'workload.json');
    writeFileSync(workload, `{ "concurrentUsers": 100, "operations": { "${name}": 5 } }`);
    const csv = join(folder, 'results.csv');
    writeFileSync(csv, `concurrency,requests/s,${name}\n${name},19,60\n`);
    const commands = [
      ['estimate', '--system', name, '--tier', 'small'],
      ['estimate', '--system', 'aiva', '--tier', name],
      ['estimate', '--system', 'aiva', '--tier', 'small', '--region', name],
      ['estimate', '--system', 'aiva', '--tier', 'small', '--gpu', name],
      ['estimate', '--system', 'aiva', '--tier', 'small', `--${name}`, '1'],
      ['estimate', '--system', 'aiva', '--tier', 'small', '--format', name],
      ['compare', 'aiva', '--tiers', name],
      ['compare', 'aiva', '--platforms', name],
      ['recommend', name, '--users', '100'],
      ['recommend', 'aiva', '--users', name],
      ['recommend', 'aiva', '--workload', workload],
      ['lint', fixture('manifests/web.yaml'), '--rule', name],
      ['lint', fixture('manifests/web.yaml'), '--fail-on', name],
      ['fit', csv],
      ['fit', fixture('load-test.csv'), '--system', name, '--tier', 'small', '--measured-on', '2026-01-31'],
      ['fit', fixture('load-test.csv'), '--system', 'aiva', '--tier', name, '--measured-on', '2026-01-31'],
      ['explain', name],
      ['list', name],
      [name],
    ];
    for (const command of commands) expect({ command, code: (await sizing(command)).code }).toEqual({ command, code: 1 });
  });
});
