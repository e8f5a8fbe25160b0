import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bill, billOf } from '../../lib/bill';
import { toCents } from '../../lib/units';
import { DATA_RESOURCE_TYPES } from '../support/data-resources';
import { judged } from '../support/judges';
import { allConfigurations, type Configuration, otherOptions } from '../support/matrix';
import { pairsOf, pairwise } from '../support/pairwise';

const MINUTES = 60_000;

const configurations: readonly Configuration[] = [...allConfigurations().configurations, ...otherOptions()];
const linted = pairwise(configurations);

type Proof = (bill: Bill, configuration: Configuration) => readonly string[];

/** What must hold for every bill; each gives what is wrong, in words. Bills are not kept: there are too many of them. */
const PROOFS: Readonly<Record<string, Proof>> = {
  'synthesizes without credentials': ({ template }) =>
    template.resources.length > 50 ? [] : [`only ${template.resources.length} resources`],

  'has every resource in exactly one state, and none unpriced': ({ templates, estimate }) => {
    const { total, priced, usage, free, unpriced } = estimate.resources;
    const resources = templates.reduce((sum, template) => sum + template.resources.length, 0);
    const unpricedLines = estimate.lineItems.filter(({ state }) => state === 'unpriced').map(({ type, reason }) => `${type}: ${reason}`);
    return [
      ...unpricedLines,
      ...(total === resources ? [] : [`${total} of ${resources} resources counted`]),
      ...(priced + usage + free + unpriced === total ? [] : ['states that do not add up']),
    ];
  },

  'adds up to the cent': ({ estimate }) =>
    (['low', 'mid', 'high'] as const).filter((point) => {
      const sum = estimate.lineItems.reduce((total, line) => total.plus(line.monthlyUsd[point]), estimate.monthlyUsd[point].times(0));
      return toCents(sum) !== toCents(estimate.monthlyUsd[point]) || !estimate.monthlyUsd[point].times(100).isInteger();
    }),

  'gives every line a reason or a price with source and date': ({ estimate }) =>
    estimate.lineItems
      .filter((line) => (line.state === 'free' ? !line.reason : line.source === null || !/^\d{4}-\d{2}-\d{2}$/.test(line.source.asOf)))
      .map((line) => `${line.name} of ${line.resource}`),

  'says the assumption of every usage line and the rule of every derived price': ({ estimate }) =>
    estimate.lineItems
      .filter((line) => (line.state === 'usage' || line.basis === 'derived') && !line.reason)
      .map((line) => `${line.name} of ${line.resource}`),

  'declares use for every usage line: nothing is counted as zero for want of an assumption': ({ estimate }) =>
    estimate.lineItems
      .filter((line) => line.state === 'usage' && line.reason?.includes('no usage declared'))
      .map((line) => `${line.name} of ${line.component} (${line.resource})`),

  'retains or snapshots what holds data': ({ templates }) =>
    templates
      .flatMap(({ resources }) => resources)
      .filter(({ type, properties }) => DATA_RESOURCE_TYPES.has(type) && !('SourceDBInstanceIdentifier' in properties))
      .filter(({ deletionPolicy, updateReplacePolicy }) =>
        [deletionPolicy, updateReplacePolicy].some((policy) => policy === undefined || policy === 'Delete'),
      )
      .map(({ id, type, deletionPolicy, updateReplacePolicy }) => `${id} (${type}): ${deletionPolicy}, ${updateReplacePolicy}`),

  'has a component of the blueprint, a pool that waits, or a shared part, for every resource': ({ templates }, { blueprint }) => {
    const known = new Set([...SHARED, ...Object.keys(blueprint.components), ...blueprint.idlePools]);
    return templates
      .flatMap(({ resources }) => resources)
      .filter(({ component }) => !known.has(component))
      .map(({ id, component }) => `${id} belongs to ${component}`);
  },
};

/** The last is of the CDK: what turns names of a cluster's identity provider into keys of a policy. */
const SHARED = new Set(['network', 'cluster', 'observability', 'backup-storage', 'AWSCDKCfnUtilsProviderCustomResourceProvider']);

const findings = new Map<string, string[]>(Object.keys(PROOFS).map((name) => [name, []]));
const folder = mkdtempSync(join(tmpdir(), 'sizing-blueprints-lint-'));
/** The files of the linted templates, by region. */
const files = new Map<string, string[]>();

beforeAll(() => {
  const kept = new Set(linted);
  for (const configuration of configurations) {
    const bill = billOf(configuration.blueprint);
    for (const [name, proof] of Object.entries(PROOFS)) {
      findings.get(name)?.push(...proof(bill, configuration).map((finding) => `${configuration.name}: ${finding}`));
    }
    if (kept.has(configuration)) write(configuration, bill);
  }
}, 15 * MINUTES);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write({ name, blueprint }: Configuration, { templates }: Bill): void {
  for (const template of templates) {
    const file = join(folder, `${name} ${template.name}`.replace(/[^a-z0-9=-]+/gi, '_').concat('.json'));
    writeFileSync(file, JSON.stringify(template.raw));
    const region = template.region ?? blueprint.network.region;
    files.set(region, [...(files.get(region) ?? []), file]);
  }
}

describe('every tier × GPU × topology × compute × region, and every other option', () => {
  it.each(Object.keys(PROOFS))('%s', (name) => {
    expect(findings.get(name)).toEqual([]);
  });

  it('is the same, byte for byte, when it is synthesized again', () => {
    for (const { name, blueprint } of configurations.filter((_configuration, index) => index % 10 === 0)) {
      const [once, again] = [billOf(blueprint), billOf(blueprint)];
      expect(JSON.stringify(again.templates.map(({ raw }) => raw)), name).toBe(JSON.stringify(once.templates.map(({ raw }) => raw)));
      expect(JSON.stringify(again.estimate), name).toBe(JSON.stringify(once.estimate));
    }
  });
});

describe('what is linted', () => {
  it('has every pair of choices that occurs, and every tier in every region', () => {
    const pairs = new Set(linted.flatMap(pairsOf));
    expect(configurations.flatMap(pairsOf).filter((pair) => !pairs.has(pair))).toEqual([]);
    const places = new Set(linted.map(({ blueprint: { system, tier, network } }) => `${system.id}/${tier.id} ${network.region}`));
    for (const { blueprint } of configurations) {
      expect(places).toContain(`${blueprint.system.id}/${blueprint.tier.id} ${blueprint.network.region}`);
    }
  });
});

/** cfn-lint takes about a second a template, on one core. */
const LINTERS = 2;
/** Templates for one process: few enough that both linters end at about the same time. */
const BATCH = 12;

judged('cfn-lint', () => {
  it(
    'finds no error and no warning in any of them',
    async () => {
      const lines: string[] = [];
      const waiting = [...files].flatMap(([region, ofRegion]) => batches(ofRegion).map((batch) => [region, batch] as const));
      const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) lines.push(...(await lintFindings(...next)));
      };
      await Promise.all(Array.from({ length: LINTERS }, work));
      expect(lines).toEqual([]);
    },
    30 * MINUTES,
  );
});

function batches(all: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH));
}

async function lintFindings(region: string, files: readonly string[]): Promise<string[]> {
  const lint = spawn('cfn-lint', ['--regions', region, '--format', 'parseable', '--', ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [status]] = await Promise.all([text(lint.stdout), text(lint.stderr), once(lint, 'close')]);
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  return status === 0 || lines.length > 0 ? lines : [`cfn-lint ended with ${status}`];
}
