import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFERENCE_REGION } from '../../lib/catalog/price-book';
import { fingerprintOf } from '../../lib/io/fingerprint';
import { combinedOptionsInScope } from '../support/combined-options';
import { judged } from '../support/judges';
import { type Configuration, configurationsInScope } from '../support/matrix';
import { pairsOf, pairwise } from '../support/pairwise';
import { inScope } from '../support/scope';
import { stacksFor } from '../support/synthesized';

const MINUTES = 60_000;

// A stack in a further region takes a process of cfn-lint of its own, and EKS the most time: `npm test` leaves the second of each
// to `npm run test:all`.
const configurations = inScope(
  configurationsInScope(),
  ({ blueprint, request }) =>
    blueprint.standbys === undefined && blueprint.network.region === REFERENCE_REGION && request.dataStores === undefined,
);
const linted = pairwise(configurations, combinedOptionsInScope());

describe('the linted templates', () => {
  it('has every pair of choices that occurs, and every tier in every region', () => {
    const pairs = new Set(linted.flatMap((configuration) => pairsOf(configuration)));
    expect(configurations.flatMap((configuration) => pairsOf(configuration)).filter((pair) => !pairs.has(pair))).toEqual([]);
    const places = new Set(linted.map(({ blueprint: { system, tier, network } }) => `${system.id}/${tier.id} ${network.region}`));
    for (const { blueprint } of configurations) {
      expect(places).toContain(`${blueprint.system.id}/${blueprint.tier.id} ${blueprint.network.region}`);
    }
  });
});

/** cfn-lint takes about 2 s/template on one core. */
const LINTERS = 2;
/** Templates for one process: many, because its start takes as long as three templates, and few enough that both linters end at about the same time. */
const BATCH = 36;

judged('cfn-lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sizing-blueprints-lint-'));
  /** The files of the linted templates, by region. */
  const files = new Map<string, string[]>();
  /** Region and content of the linted templates: each is linted once. */
  const known = new Set<string>();
  beforeAll(() => {
    for (const configuration of linted) {
      for (const [region, file] of write(folder, configuration, known)) files.set(region, [...(files.get(region) ?? []), file]);
    }
  }, 15 * MINUTES);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

/** Writes the templates of a configuration that are not known yet: the region and the file of each. */
function write(folder: string, { name, blueprint }: Configuration, known: Set<string>): (readonly [region: string, file: string])[] {
  return stacksFor(blueprint).flatMap(({ stackName, region, template }) => {
    const text = JSON.stringify(template);
    const key = fingerprintOf(`${region} ${text}`);
    if (known.has(key)) return [];
    known.add(key);
    const file = join(folder, `${name} ${stackName}`.replace(/[^a-z0-9=-]+/gi, '_').concat('.json'));
    writeFileSync(file, text);
    return [[region, file] as const];
  });
}

function batches(all: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH));
}

async function lintFindings(region: string, files: readonly string[]): Promise<string[]> {
  const lint = spawn('cfn-lint', ['--regions', region, '--format', 'parseable', '--', ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [status]] = await Promise.all([text(lint.stdout), text(lint.stderr), once(lint, 'close')]);
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  return status === 0 || lines.length > 0 ? lines : [`cfn-lint ended with ${status}`];
}
