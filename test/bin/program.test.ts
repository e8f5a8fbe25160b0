import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../bin/commands';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { usd } from '../../lib/core/money';
import { REGIONS } from '../../lib/model/options';
import { CompareJson } from '../../lib/output/json/compare';
import { EstimateJson } from '../../lib/output/json/estimate';
import { ExplainJson } from '../../lib/output/json/explain';
import { ListJson } from '../../lib/output/json/list';
import { aiva } from '../../tiers';
import { fixture, LOADED_COMMANDS, sizing } from '../support/run';
import { inScope } from '../support/scope';
import { textOf } from '../support/sources';
import { billFor } from '../support/synthesized';

const template = fixture('shop.template.json');
/** What commands print about a tier whose entry point has no certificate. */
const HTTP_WARNING = /^warning: Entry point "\S+" serves HTTP without TLS\. .*\n/m;

describe('help', () => {
  test.each([[], ...COMMANDS.map(({ name }) => [name])])('%s --help', async (...command) => {
    const ran = await sizing([...command, '--help']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    await expect(ran.stdout).toMatchFileSnapshot(`./golden/help${command.map((name) => `-${name}`).join('')}.txt`);
  });

  const isOfOtherFiles = /cdk\.out|template\.json|results\.csv|metrics\.json|(lint|estimate) manifests|sizing (diff|manifests)|sizing init/;
  // `test/readme.test.ts` runs these, and reads their answers.
  const isInReadme = (example: string) => textOf('README.md').includes(`$ npm run -s ${example.replace('sizing', 'sizing --')}\n`);
  const examples = Object.values(LOADED_COMMANDS).map((command) => command.examples.filter((example) => !isOfOtherFiles.test(example)));
  const firsts = new Set(examples.map(([first]) => first));
  test.each(inScope(examples.flat(), (example) => firsts.has(example)).filter((example) => !isInReadme(example)))(
    'example: %s',
    async (example) => {
      const [, ...argv] = example.split(' ');
      const ran = await sizing(argv);
      // Estimates of manifests print warnings about assumptions, and those of tiers about access that is open by default.
      expect(ran.stderr.match(/error|invalid/), example).toBeNull();
      expect(ran.code, example).toBe(0);
      expect(ran.stdout.length, example).toBeGreaterThan(100);
    },
  );

  test('the version is that of the package, with the dates of its data', async () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
    const ran = await sizing(['--version']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const [first, ...data] = ran.stdout.trim().split('\n');
    expect(first).toBe(version);
    expect(data).toEqual([
      expect.stringMatching(/^prices: 20\d\d-\d\d-\d\d to 20\d\d-\d\d-\d\d$/),
      expect.stringMatching(/^rules about manifests: Kubernetes 1\.\d+/),
    ]);
  });
});

describe('list', () => {
  test('as a table', async () => {
    const ran = await sizing(['list']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const [choices = '', regions] = ran.stdout.split('Regions with prices\n');
    await expect(choices).toMatchFileSnapshot('./golden/list.txt');
    expect(regions).toMatch(/ us-east-1 +[\d,]+ {2}20\d\d-\d\d-\d\d {2}20\d\d-\d\d-\d\d\n/);
  });

  test('as JSON has every tier, option and region', async () => {
    const listed = ListJson.parse(JSON.parse((await sizing(['list', '--json'])).stdout));
    expect(listed.systems[0]?.tiers.map((tier) => tier.id)).toEqual(aiva.tiers.map(({ id }) => id));
    expect(listed.options.map((option) => option.key)).toContain('cacheEngine');
    expect(listed.regions.map(({ id }) => id)).toEqual([...REGIONS].sort());
  });
});

describe('estimate', () => {
  test('of a template that is not ours', async () => {
    // Wide enough that the path of this checkout, which the heading names, never wraps it.
    const ran = await sizing(['estimate', template, '--region', 'us-east-1'], { columns: 400 });
    expect(ran.code).toBe(0);
    expect(ran.stderr).toBe(
      'warning: The estimate excludes usage that no template declares: its lines show only unit prices. --write-usage <file> writes a file of it to fill in, for --usage <file>.\n',
    );
    await expect(ran.stdout.replace(template, 'shop.template.json')).toMatchFileSnapshot('./golden/estimate-shop.txt');
  });

  test('names the default region when none is given', async () => {
    expect((await sizing(['estimate', template])).stderr).toContain('The region is unknown: the estimate uses prices of us-east-1.');
  });

  test('JSON matches its schema, and its total is the sum of its lines', async () => {
    const { stdout } = await sizing(['estimate', template, '--json']);
    const bill = EstimateJson.parse(JSON.parse(stdout));
    const sum = bill.lineItems.reduce((total, line) => total.plus(line.monthlyUsd.mid), usd('0'));
    expect(sum.toFixed(2)).toBe(bill.monthlyUsd.mid);
    expect(usd(bill.monthlyUsd.mid).gt(0)).toBe(true);
  });

  test.each(['csv', 'markdown', 'json', 'table'])('%s is the same twice, and has no color', async (format) => {
    const [first, second] = [
      await sizing(['estimate', template, '--format', format]),
      await sizing(['estimate', template, '--format', format]),
    ];
    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout).not.toContain('\u001b');
    expect(first.stdout.endsWith('\n')).toBe(true);
  });

  test('of a tier is that of its synthesized template, read from a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sizing-'));
    try {
      const file = join(folder, 'aiva.template.json');
      writeFileSync(file, JSON.stringify(billFor(blueprintFor({ tier: 'small', region: 'eu-west-1' })).template.raw));
      const fromFile = await sizing(['estimate', file, '--json']);
      const ofTier = await sizing(['estimate', 'aiva', '--tier', 'small', '--region', 'eu-west-1', '--json']);
      expect(fromFile).toEqual({ ...ofTier, stderr: '' });
      expect(ofTier.stderr).toContain('serves HTTP without TLS');
      expect(EstimateJson.parse(JSON.parse(fromFile.stdout))).toMatchObject({ region: 'eu-west-1', resources: { unpriced: 0 } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('above its limit exits with 2, after the estimate', async () => {
    const ran = await sizing(['estimate', template, '--budget', '0.01', '--json']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/error: \$\d+\.\d\d\/month exceeds the budget of \$0\.01\/month\n$/);
    EstimateJson.parse(JSON.parse(ran.stdout));
    expect((await sizing(['estimate', template, '--budget', '100000'])).code).toBe(0);
  });

  test('warns that a budget is compared with a total without usage, and not when usage is required or the budget exceeded', async () => {
    const warning = 'warning: --budget is compared with a total that excludes usage of ';
    const within = await sizing(['estimate', template, '--budget', '100000']);
    expect(within).toMatchObject({ code: 0, stderr: expect.stringContaining(warning) });
    for (const argv of [['--budget', '0.01'], ['--budget', '100000', '--require-usage'], []]) {
      expect((await sizing(['estimate', template, ...argv])).stderr).not.toContain(warning);
    }
  });

  test('with something unpriced ends in 3 unless it is allowed by name', async () => {
    const odd = fixture('odd.template.json');
    expect((await sizing(['estimate', odd])).code).toBe(3);
    expect((await sizing(['estimate', odd, '--allow-unpriced', 'AWS::Odd::Other'])).code).toBe(3);
    expect((await sizing(['estimate', odd, '--allow-unpriced', 'AWS::Odd::Other', '--allow-unpriced', 'AWS::Odd::Thing'])).code).toBe(0);
  });

  test('unpriced resources take precedence over a limit, and both are reported', async () => {
    const ran = await sizing(['estimate', fixture('odd.template.json'), '--budget', '0']);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain('AWS::Odd::Thing Odd');
    expect(ran.stderr).toContain('exceeds the budget of $0.00/month');
  });

  test('--strict refuses derived prices', async () => {
    const argv = ['estimate', 'aiva', '--tier', 'medium', '--region', 'ap-southeast-1'];
    expect((await sizing(argv)).code).toBe(0);
    const ran = await sizing([...argv, '--strict']);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain('derived price');
  });
});

describe('compare', () => {
  test('JSON matches its schema: every tier, those for a single host in both forms', async () => {
    const { stdout, code, stderr } = await sizing(['compare', 'aiva', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const compared = CompareJson.parse(JSON.parse(stdout));
    expect(compared.tiers.map(({ tier, options }) => `${tier} ${options.topology}`)).toEqual([
      ...aiva.tiers.flatMap(({ id, singleHost }) => (singleHost ? [`${id} single-host`, `${id} managed`] : [`${id} managed`])),
    ]);
    expect(compared.waterfall).toBeNull();
    expect(compared.tiers.find(({ tier }) => tier === 'very-large')?.capacity?.concurrentUsers).toEqual({
      low: 1_000,
      high: 5_000,
      orMore: true,
    });
  });

  test('of two tiers explains the difference, to the cent', async () => {
    const { stdout } = await sizing(['compare', 'aiva', '--tiers', 'medium,large', '--json']);
    const { waterfall, tiers } = CompareJson.parse(JSON.parse(stdout));
    const change = (waterfall?.drivers ?? []).reduce((sum, driver) => sum.plus(driver.change.mid), usd('0'));
    expect(change.toFixed(2)).toBe(waterfall?.change.mid);
    expect(
      usd(tiers[1]?.estimate.monthlyUsd.mid ?? '0')
        .minus(tiers[0]?.estimate.monthlyUsd.mid ?? '0')
        .toFixed(2),
    ).toBe(waterfall?.change.mid);
  });

  test('of two blueprints prefers their own options to the common ones', async () => {
    const argv = [
      'compare',
      'aiva',
      '--from',
      'tier=small,region=us-east-1',
      '--to',
      'tier=large,gpu=t4',
      '--region',
      'eu-west-1',
      '--json',
    ];
    const { tiers } = CompareJson.parse(JSON.parse((await sizing(argv)).stdout));
    expect(tiers.map(({ tier, options }) => [tier, options.region, options.gpu])).toEqual([
      ['small', 'us-east-1', 'none'],
      ['large', 'eu-west-1', 't4'],
    ]);
  });
});

describe('explain', () => {
  test('JSON matches its schema, and of one component has nothing else', async () => {
    const { stdout } = await sizing(['explain', 'aiva', 'medium', 'database', '--json']);
    const explained = ExplainJson.parse(JSON.parse(stdout));
    expect(new Set(explained.lineItems.map((line) => line.component))).toEqual(new Set(['database']));
    expect(explained.choices.map(({ component, rejected }) => [component, rejected.length > 0])).toEqual([['database', true]]);
  });

  test('shows quantity × unit price with SKU, source and date', async () => {
    const { stdout } = await sizing(['explain', 'aiva', 'medium', 'database'], { columns: 240 });
    expect(stdout).toMatch(/730 hours × \$\d+\.\d+ +\$\d+\.\d\d/);
    expect(stdout).toMatch(/rds\/mysql\/db\.\S+\/single-az · list · .+, 20\d\d-\d\d-\d\d/);
  });
});

describe('an entry point without TLS', () => {
  const certificate = ['--certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d'];

  test.each([
    ['estimate', '--system', 'aiva', '--tier', 'small'],
    ['explain', 'aiva', 'small'],
  ])('is a warning of %s, and none with a certificate', async (...argv) => {
    expect(await sizing(argv)).toMatchObject({ code: 0, stderr: expect.stringMatching(HTTP_WARNING) });
    expect((await sizing([...argv, ...certificate])).stderr).not.toMatch(HTTP_WARNING);
  });

  test('is a warning about a single host, which can have no certificate', async () => {
    const { code, stderr } = await sizing(['explain', 'aiva', 'small', '--topology', 'single-host']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('The host serves HTTP without TLS') });
  });
});

describe('terminals', () => {
  const terminal = { stdoutIsTty: true, columns: 100, env: {} };

  test('colors depend on the terminal, NO_COLOR and FORCE_COLOR', async () => {
    const colored = async (given: object) => (await sizing(['list'], given)).stdout.includes('\u001b[');
    expect(await colored(terminal)).toBe(true);
    expect(await colored({ ...terminal, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await colored({ ...terminal, env: { TERM: 'dumb' } })).toBe(false);
    expect(await colored({})).toBe(false);
    expect(await colored({ env: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await colored({ env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).toBe(false);
  });

  test('JSON has no colors', async () => {
    expect((await sizing(['list', '--json'], terminal)).stdout).not.toContain('\u001b');
  });

  test.each([60, 80, 100])('%i columns are enough', async (columns) => {
    const { stdout } = await sizing(['list'], { columns });
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(columns);
  });
});

test('a warning is wrapped on a terminal, below its text', async () => {
  const { stderr } = await sizing(['estimate', template, '--region', 'us-east-1'], { stderrIsTty: true, stderrColumns: 60 });
  expect(stderr).toBe(
    'warning: The estimate excludes usage that no template\n         declares: its lines show only unit prices.\n         --write-usage <file> writes a file of it to fill\n         in, for --usage <file>.\n',
  );
});

test('one line on stderr states that the prices are old', async () => {
  const ran = await sizing(['estimate', template, '--json', '--region', 'us-east-1'], { today: new Date('2030-01-01') });
  expect(ran.stderr.split('\n').filter((line) => line.includes('days old'))).toHaveLength(1);
  expect(ran.code).toBe(0);
  JSON.parse(ran.stdout);
});

test('an unexpected error is an internal error, with a way to report it', async () => {
  const fail = () => {
    throw new TypeError('x');
  };
  const broken = {
    estimator: fail,
    charts: fail,
    estimate: fail,
    check: fail,
    lint: fail,
    move: fail,
    quotas: fail,
    manifests: fail,
    dataVersions: fail,
  };
  const ran = await sizing(['estimate', 'aiva', '--tier', 'small'], {}, broken);
  expect(ran.code).toBe(70);
  expect(ran.stderr).toContain('internal error in sizing-blueprints');
  expect(ran.stderr).toContain('/issues');
  expect(ran.stderr).not.toMatch(/^\s+at /m);
  expect((await sizing(['estimate', 'aiva', '--tier', 'small'], { env: { SIZING_DEBUG: '1' } }, broken)).stderr).toMatch(/^\s+at /m);
});
