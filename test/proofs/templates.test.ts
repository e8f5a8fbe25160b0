import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bill, billOf } from '../../lib/bill';
import { REGIONS } from '../../lib/model';
import { toCents } from '../../lib/units';
import { DATA_RESOURCE_TYPES } from '../support/data-resources';
import { judged } from '../support/judges';
import { allConfigurations, type Configuration, otherOptions } from '../support/matrix';

const MINUTES = 60_000;

const configurations: readonly Configuration[] = [...allConfigurations().configurations, ...otherOptions()];
const bills = new Map<string, Bill>();

beforeAll(() => {
  for (const { name, blueprint } of configurations) bills.set(name, billOf(blueprint));
}, 10 * MINUTES);

/** Fails with the names of all configurations for which something is wrong, and what. */
function expectNoneOf(findings: (name: string, bill: Bill) => readonly string[]): void {
  const all = [...bills].flatMap(([name, bill]) => findings(name, bill).map((finding) => `${name}: ${finding}`));
  expect(all).toEqual([]);
}

describe('every tier × GPU × topology × compute × region, and every other option', () => {
  it('synthesizes without credentials', () => {
    expect(bills.size).toBe(configurations.length);
    expectNoneOf((_name, { template }) => (template.resources.length > 50 ? [] : [`only ${template.resources.length} resources`]));
  });

  it('has every resource in exactly one state, and none unpriced', () => {
    expectNoneOf((_name, { template, estimate }) => {
      const { total, priced, usage, free, unpriced } = estimate.resources;
      const unpricedLines = estimate.lineItems.filter(({ state }) => state === 'unpriced').map(({ type, reason }) => `${type}: ${reason}`);
      return [
        ...unpricedLines,
        ...(total === template.resources.length ? [] : [`${total} of ${template.resources.length} resources counted`]),
        ...(priced + usage + free + unpriced === total ? [] : ['states that do not add up']),
      ];
    });
  });

  it('adds up to the cent', () => {
    expectNoneOf((_name, { estimate }) =>
      (['low', 'mid', 'high'] as const).filter((point) => {
        const sum = estimate.lineItems.reduce((total, line) => total.plus(line.monthlyUsd[point]), estimate.monthlyUsd[point].times(0));
        return toCents(sum) !== toCents(estimate.monthlyUsd[point]) || !estimate.monthlyUsd[point].times(100).isInteger();
      }),
    );
  });

  it('gives every line a reason or a price with source and date', () => {
    expectNoneOf((_name, { estimate }) =>
      estimate.lineItems
        .filter((line) => (line.state === 'free' ? !line.reason : line.source === null || !/^\d{4}-\d{2}-\d{2}$/.test(line.source.asOf)))
        .map((line) => `${line.name} of ${line.resource}`),
    );
  });

  it('says the assumption of every usage line and the rule of every derived price', () => {
    expectNoneOf((_name, { estimate }) =>
      estimate.lineItems
        .filter((line) => (line.state === 'usage' || line.basis === 'derived') && !line.reason)
        .map((line) => `${line.name} of ${line.resource}`),
    );
  });

  it('declares use for every usage line: nothing is counted as zero for want of an assumption', () => {
    expectNoneOf((_name, { estimate }) =>
      estimate.lineItems
        .filter((line) => line.state === 'usage' && line.reason?.includes('no usage declared'))
        .map((line) => `${line.name} of ${line.component} (${line.resource})`),
    );
  });

  it('retains or snapshots what holds data', () => {
    expectNoneOf((_name, { template }) =>
      template.resources
        .filter(({ type, properties }) => DATA_RESOURCE_TYPES.has(type) && !('SourceDBInstanceIdentifier' in properties))
        .filter(({ deletionPolicy, updateReplacePolicy }) =>
          [deletionPolicy, updateReplacePolicy].some((policy) => policy === undefined || policy === 'Delete'),
        )
        .map(({ id, type, deletionPolicy, updateReplacePolicy }) => `${id} (${type}): ${deletionPolicy}, ${updateReplacePolicy}`),
    );
  });

  it('has a component of the blueprint, or a shared part, for every resource', () => {
    const shared = new Set(['network', 'cluster', 'observability']);
    expectNoneOf((name, { template }) => {
      const known = configurations.find((configuration) => configuration.name === name)?.blueprint.components ?? {};
      return template.resources
        .filter(({ component }) => !shared.has(component) && known[component] === undefined)
        .map(({ id, component }) => `${id} belongs to ${component}`);
    });
  });

  it('is the same, byte for byte, when it is synthesized again', () => {
    for (const { name, blueprint } of configurations.filter((_configuration, index) => index % 10 === 0)) {
      const again = billOf(blueprint);
      expect(JSON.stringify(again.template.raw), name).toBe(JSON.stringify(bills.get(name)?.template.raw));
      expect(JSON.stringify(again.estimate), name).toBe(JSON.stringify(bills.get(name)?.estimate));
    }
  });
});

/** cfn-lint takes about a second a template, on one core. */
const LINTERS = 2;

judged('cfn-lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sizing-blueprints-lint-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    'finds no error and no warning in any of them',
    async () => {
      const findings: string[] = [];
      const waiting = REGIONS.map(
        (region) => [region, configurations.filter(({ blueprint }) => blueprint.network.region === region)] as const,
      );
      const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const [region, ofRegion] = next;
          findings.push(...(await lintFindings(region, ofRegion.map(written))));
        }
      };
      await Promise.all(Array.from({ length: LINTERS }, work));
      expect(findings).toEqual([]);
    },
    30 * MINUTES,
  );

  function written({ name }: Configuration): string {
    const file = join(folder, `${name.replace(/[^a-z0-9=-]+/gi, '_')}.json`);
    writeFileSync(file, JSON.stringify(bills.get(name)?.template.raw));
    return file;
  }
});

async function lintFindings(region: string, files: readonly string[]): Promise<string[]> {
  const lint = spawn('cfn-lint', ['--regions', region, '--format', 'parseable', '--', ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [status]] = await Promise.all([text(lint.stdout), text(lint.stderr), once(lint, 'close')]);
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  return status === 0 || lines.length > 0 ? lines : [`cfn-lint ended with ${status}`];
}
