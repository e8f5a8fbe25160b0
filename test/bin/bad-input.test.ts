import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorText, exitCodeOf } from '../../bin/errors';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import { aiva } from '../../tiers';
import { sizing } from '../support/run';

/** A mistake, the input with it, and parts of the error message. */
type Row<Input> = readonly [mistake: string, input: Input, message: readonly string[]];

/** The tiers of aiva, as messages list them. */
const TIERS = aiva.tiers.map(({ id }) => id).join(', ');

const STACK_TRACE = /^\s+at .+:\d+:\d+\)?$|node:internal/m;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function refused(argv: readonly string[], message: readonly string[], code = 1): Promise<void> {
  const ran = await sizing(argv);
  for (const part of message) expect(ran.stderr).toContain(part);
  expect(ran.stderr).not.toMatch(STACK_TRACE);
  expect(ran.code).toBe(code);
  if (code === 1) expect(ran.stdout).toBe('');
}

describe('flags and arguments', () => {
  test.each<Row<string>>([
    ['no command', '', ['Usage: sizing [options] [command]']],
    ['a misspelt command', 'compar aiva', ["unknown command 'compar'", 'Did you mean compare?']],
    ['a misspelt flag', 'compare aiva --regoin us-east-1', ['--regoin: unknown flag', 'Did you mean "--region"?']],
    [
      'a flag of another command',
      'list --region us-east-1',
      ['--region: unknown flag; expected a flag that `npx sizing list --help` lists'],
    ],
    ['a flag without its value', 'compare aiva --region', ['--region: missing; expected a value: --region <region>']],
    [
      'a flag without its value before another flag',
      'compare aiva --region --gpu t5',
      ['--region: missing; expected a value: --region <region>', '--gpu: invalid value "t5"'],
    ],
    ...['manifests', 'explain', 'quotas', 'move'].map(
      (name): Row<string> => [
        'levers of an answer that has none',
        `${name} aiva --with cache-hits`,
        [`--with: not a flag of ${name}; expected no levers, which are changes of your code`],
      ],
    ),
    ['a missing argument', 'compare', ['<system>: missing; expected one of aiva,', 'or a definition file with one system']],
    ['a missing tier', 'capacity aiva', [`<tier>: missing; expected a tier of aiva: ${TIERS}`]],
    ['too many arguments', 'list aiva', ['"aiva": one argument too many; expected no arguments of list']],
    [
      'an unknown format',
      'list --format jsn',
      ['--format: invalid value "jsn"', 'one of table, json, markdown, csv', 'Did you mean "json"?'],
    ],
    ['a flag twice', 'recommend aiva --users 5 --users 6', ['--users: given twice; expected only one value']],
    ['a negative number of users', 'recommend aiva --users=-5', ['--users: invalid value "-5"; expected a number such as 800, or a range']],
    ['two formats', 'list --json --format csv', ['csv together with --json']],
    [
      'a limit that is no amount',
      'estimate aiva --tier small --budget much',
      ['--budget: invalid value "much"', 'US dollars such as 2500'],
    ],
    [
      'a share of failed requests above 100%',
      'fit results.csv --system aiva --tier small --measured-on 2026-01-31 --errors 150',
      ['--errors: invalid value "150"', 'a percentage of at most 100%'],
    ],
    [
      'two files of a comparison that do not exist',
      'diff nope.json none.json',
      [
        'nope.json: does not exist; expected a template, a cdk.out folder, or a file or folder of Kubernetes manifests',
        'none.json: does not',
      ],
    ],
    [
      'two files of a move that do not exist',
      'move nope.json none.json',
      [
        'nope.json: does not exist; expected a template, a cdk.out folder, or a file or folder of Kubernetes manifests',
        'none.json: does not',
      ],
    ],
    [
      'tiers in place of files',
      'diff small medium',
      [
        'small: is a tier of aiva, and not a path; expected a template, a cdk.out folder, or a file or folder of Kubernetes manifests; to compare tiers, use `npx sizing compare`',
        'medium: is a tier of aiva, and not a path',
      ],
    ],
    ['a system in place of a template', 'check aiva', ['aiva: is a system, and not a path', 'for a tier, run `npx cdk synth` first']],
    [
      'a tier in place of manifests',
      'lint small',
      ['small: is a tier of aiva, and not a path', 'for a tier, run `npx sizing manifests` first'],
    ],
    [
      'a tier that is compared twice',
      'compare aiva --tiers small,small',
      ['--tiers: tier "small" is given twice; expected each tier once'],
    ],
    ['the help of a misspelt command', 'help recomend', ['[command]: invalid value "recomend"', 'Did you mean "recommend"?']],
    ['another name of a flag', 'curve aiva --to-users 500', ['--to-users: unknown flag', 'Did you mean "--max-users"?']],
    [
      'no workload',
      'recommend capsules',
      ['workload: no load; expected users or operations above 0, such as 200 users or 3 operations/s; set one of --users, --'],
    ],
    [
      'no file of a cluster',
      'manifests aiva small --check-cluster nope.json',
      ['nope.json: does not exist; expected a file with the output of kubectl get --output json'],
    ],
    [
      'everything wrong with a design',
      'design aiva --users many --confidence 2 --budget=-3 --months 99 --base-tier lrage --id Big --gpu t5',
      [
        '--users: invalid value "many"',
        '--confidence: invalid value 2',
        '--budget: invalid value -3; expected above 0',
        '--months: invalid value 99; expected a whole number of months from 1 to 60',
        '--months: invalid value 99; expected the growth of the workload too',
        '--base-tier: invalid value "lrage"',
        '--id: invalid value "Big"',
        '--gpu: invalid value "t5"',
      ],
    ],
    [
      'a workload and an option',
      'recommend aiva --users many --slo message.p95=5s --region mars',
      ['--users: invalid value "many"', '--region: invalid value "mars"'],
    ],
    [
      'flags and files',
      'recommend aiva --users 5 --calibration nope.json --calibration none.json --plan soon --with y',
      [
        'error: invalid flags',
        '--plan: invalid value "soon"',
        '--with: invalid value "y"',
        'error: invalid path',
        'nope.json',
        'none.json',
      ],
    ],
    [
      'everything wrong with a load test',
      'fit nope.csv --tier small --p95 fast --errors 150',
      [
        '--system: missing',
        '--measured-on: missing',
        '--p95: invalid value "fast"',
        '--errors: invalid value "150"',
        'nope.csv: does not exist',
      ],
    ],
    [
      'everything wrong with a check of manifests',
      'lint --fail-on eror --rules all-of-them --zones none --rule missing-prob',
      [
        'error: invalid flags',
        'error: invalid arguments',
        '--fail-on: invalid value "eror"; expected one of info, warning, error, never. Did you mean "error"?',
        '--rules: invalid value "all-of-them"',
        '--zones: invalid value "none"',
        '--rule: invalid value "missing-prob"',
        '<manifests>: missing',
      ],
    ],
    [
      'everything wrong with a check of templates',
      'check --fail-on eror --ignore log-retentoin',
      ['--fail-on: invalid value "eror"', '--ignore: invalid value "log-retentoin"', '<template>: missing'],
    ],
    ['a misspelt system for a path', 'estimate avia', ['avia: does not exist', 'Did you mean "aiva"?']],
    [
      'a range that starts with the larger number, and a currency',
      'design aiva --users 100-50 --budget $500',
      ['--users: invalid value "100-50"', 'with the lower end first', '--budget: invalid value "$500"; expected US dollars such as 2500'],
    ],
    [
      'everything wrong with an estimate',
      'estimate nope.json --budget much --parameter Stage --default-requests cup=1 --usage nope.yml',
      ['--budget: invalid value "much"', '--parameter: invalid value "Stage"', 'nope.json: does not exist', 'nope.yml: does not exist'],
    ],
    [
      'everything wrong with a comparison of files',
      'diff before.json --max-increase much --parameter Stage --control-plane ecs',
      [
        '--max-increase: invalid value "much"',
        '<after>: missing',
        '--parameter: invalid value "Stage"',
        '--control-plane: invalid value "ecs"',
      ],
    ],
    [
      'everything wrong with a design',
      'design aiva --months some --plan later --with none --calibration nope.json',
      ['--months: invalid value "some"', '--plan: invalid value "later"', '--with: invalid value "none"', 'nope.json: does not exist'],
    ],
    [
      'everything wrong with two ends',
      'move aiva --from small --to large',
      ['--from: invalid value "small"', '--to: invalid value "large"'],
    ],
    ['two wrong images', 'manifests aiva small --image api --image =x', ['--image: invalid value "api"', '--image: invalid value "=x"']],
    ['a wrong format and a wrong path', 'list --format jsn --output=', ['--format: invalid value "jsn"', '--output: invalid value ""']],
    ['a negative limit', 'estimate aiva --tier small --budget=-5', ['--budget: invalid value "-5"']],
    ['nothing to estimate', 'estimate', ['a template, a cdk.out folder, manifests, or a system and a tier']],
    ['nothing to estimate but a system', 'estimate --system aiva', [`<tier>: missing; expected a tier of aiva: ${TIERS}`]],
    [
      'an unknown tier to estimate',
      'estimate aiva medum',
      ['error: invalid arguments', '<tier>: invalid value "medum"', 'Did you mean "medium"?'],
    ],
    ['a tier by argument and by flag', 'estimate aiva small --tier large', ['--tier: given together with the tier small']],
    ['a template and a tier', 'estimate cdk.out --tier small --gpu t4', ['--tier: given together with "cdk.out"', '--gpu: given together']],
    [
      'an unpriced type without a name',
      'estimate cdk.out --allow-unpriced',
      ['--allow-unpriced: missing; expected a value: --allow-unpriced <type>'],
    ],
    [
      'an unknown system',
      'compare avia --gpu t5',
      [
        'error: invalid arguments',
        'error: invalid flags',
        '<system>: invalid value "avia"',
        'Did you mean "aiva"?',
        '--gpu: invalid value "t5"',
      ],
    ],
    [
      'unknown tiers',
      'compare aiva --tiers meduim,lrage',
      ['--tiers: invalid value "lrage"', 'Did you mean "large"?', 'Did you mean "medium"?'],
    ],
    ['an empty list of tiers', 'compare aiva --tiers=', ['--tiers: invalid value ""', `one of ${TIERS}`]],
    [
      'a from without a to',
      'compare aiva --from tier=small',
      ['--to: missing; expected key=value, such as tier=large, because --from is given'],
    ],
    [
      'from and to with tiers',
      'compare aiva --tiers small --from tier=small --to tier=large',
      ['--tiers: given together with --from or --to'],
    ],
    [
      'a from that is no list of options',
      'compare aiva --from small --to tier=large',
      ['--from: invalid value "small"', 'key=value, such as tier=small'],
    ],
    ['a from without a tier', 'compare aiva --from gpu=t4 --to tier=large', ['--from tier: missing']],
    ['an option twice', 'compare aiva --from tier=small,tier=large --to tier=large', ['--from tier: given twice']],
    ['a misspelt option in a from', 'compare aiva --from tier=small,regoin=x --to tier=large', ['--from regoin', 'Did you mean "region"?']],
    [
      'an unknown value in a to',
      'compare aiva --from tier=small --to tier=large,gpu=t5',
      ['--to gpu: invalid value "t5"', 'Did you mean "t4"?'],
    ],
    [
      'an unknown tier to explain',
      'explain aiva medum',
      ['error: invalid arguments', '<tier>: invalid value "medum"', 'Did you mean "medium"?'],
    ],
    [
      'an unknown component',
      'explain aiva medium databse',
      [
        '<component>: invalid value "databse"; expected one of api, python, bridge, nodes, database, cache, jobs, files, entry, voice-entry, model-api, speech-api, monitoring, network, observability. ',
        'Did you mean "database"?',
      ],
    ],
    ['an unknown region', 'explain aiva medium --region us-esat-1', ['--region: invalid value "us-esat-1"', 'Did you mean "us-east-1"?']],
    ['an unknown GPU', 'estimate aiva --tier large --gpu h100', ['--gpu: invalid value "h100"', 'one of none, t4, a10g, l4, a100']],
    [
      'a topology that the tier lacks',
      'estimate aiva --tier large --topology single-host',
      ['--topology: invalid value "single-host"', 'offered by small'],
    ],
    ['too many replicas', 'estimate aiva --tier large --read-replicas 16', ['--read-replicas: invalid value "16"', 'at most 15']],
    ['half a replica', 'estimate aiva --tier large --read-replicas 1.5', ['--read-replicas: invalid value "1.5"', 'a whole number']],
    [
      'a disk that is too small',
      'estimate aiva --tier large --database-storage-gib 10',
      ['--database-storage-gib: invalid value "10"', 'at least 20'],
    ],
    [
      'a switch that is neither on nor off',
      'estimate aiva --tier large --high-availability maybe',
      ['--high-availability: invalid value "maybe"', 'true'],
    ],
    [
      'an invalid certificate',
      'estimate aiva --tier large --certificate mine',
      ['--certificate: invalid value "mine"', 'the ARN of an ACM certificate'],
    ],
    [
      'an environment that is no name',
      'estimate aiva --tier large --environment Prod!',
      ['--environment: invalid value "Prod!"', 'lower-case words joined by hyphens'],
    ],
    [
      'many at once',
      'estimate --system avia --gpu t5 --compute lambda --tier x',
      ['--system: invalid value "avia"', '--gpu: invalid value "t5"', '--compute: invalid value "lambda"'],
    ],
  ])('%s', async (_, command, message) => {
    await refused(command.split(' ').filter(Boolean), message);
  });
});

describe('context values', () => {
  test.each<Row<Readonly<Record<string, unknown>>>>([
    ['a misspelt key', { teir: 'small' }, ['teir', 'Did you mean "tier"?']],
    ['a misspelt tier', { tier: 'meduim' }, ['tier: invalid value "meduim"', 'Did you mean "medium"?']],
    ['a number for a GPU', { tier: 'large', gpu: 4 }, ['gpu: invalid value 4', 'one of none, t4']],
    ['an object for a region', { tier: 'large', region: { name: 'us-east-1' } }, ['region: invalid value {…}', 'one of us-east-1']],
    ['a list for a tier', { tier: ['small', 'large'] }, ['tier: invalid value']],
    ['null for an environment', { tier: 'large', environment: null }, ['environment: invalid value null', 'a string']],
    ['a word for a budget', { tier: 'large', budget: 'little' }, ['budget: invalid value "little"', 'a number']],
    ['no budget at all', { tier: 'large', budget: 0 }, ['budget: invalid value 0', 'above 0']],
    [
      'everything at once',
      { system: 'x', gpu: 'y', region: 'z', extra: true },
      ['system: invalid value "x"', 'gpu: invalid value "y"', 'region: invalid value "z"', 'extra'],
    ],
  ])('%s', (_, context, message) => {
    expectRefusal(() => blueprintFor(context, { subject: 'context' }), message);
  });
});

type Editable = { [key: string]: Editable } & Editable[];

/** A copy of the system with a changed value. */
function edited(edit: (system: Editable) => void): unknown {
  const copy = structuredClone(aiva) as unknown as Editable;
  edit(copy);
  return copy;
}

function small(edit: (tier: Editable, components: Editable) => void): unknown {
  return edited((system) => {
    const tier = system.tiers?.[0];
    if (tier?.components === undefined) throw new Error('aiva has no first tier with components');
    edit(tier, tier.components);
  });
}

/** Sets any value at any key: a file may contain values that the types exclude. */
function put(target: Editable | undefined, key: string, value: unknown): void {
  (target as unknown as Record<string, unknown>)[key] = value;
}

describe('tier files', () => {
  test.each<Row<unknown>>([
    ['no object at all', 'small', ['system file']],
    ['no tiers', edited((system) => put(system, 'tiers', [])), ['tiers', 'at least 1']],
    [
      'two tiers of one id',
      edited((system) => put(system.tiers?.[1], 'id', 'small')),
      ['tiers.1.id: invalid value "small"', 'unique among the tiers'],
    ],
    ['an id with capitals', small((tier) => put(tier, 'id', 'Small')), ['tiers.0.id: invalid value "Small"', 'lower-case words']],
    ['an unknown kind', small((_, { api }) => put(api, 'kind', 'servce')), ['components.api', 'servce', 'Did you mean "service"?']],
    ['no kind', small((_, { api }) => put(api, 'kind', undefined)), ['components.api']],
    ['a negative size', small((_, { api }) => put(api, 'vcpu', -1)), ['components.api.vcpu: invalid value -1', 'above 0']],
    [
      'a string for a number',
      small((_, { api }) => put(api, 'memoryGib', '1 GiB')),
      ['components.api.memoryGib: invalid value "1 GiB"', 'a number'],
    ],
    ['a misspelt key', small((_, { api }) => put(api, 'vcpus', 2)), ['components.api.vcpus', 'Did you mean "vcpu"?']],
    ['a minimum above its maximum', small((_, { api }) => put(api, 'instances', { min: 3, max: 2 })), ['components.api.instances', 'min']],
    [
      'half an instance',
      small((_, { api }) => put(api, 'instances', { min: 0.5, max: 2 })),
      ['instances.min: invalid value 0.5', 'a whole number'],
    ],
    [
      'an unknown engine',
      small((_, { database }) => put(database, 'engine', 'mysq')),
      ['database.engine: invalid value "mysq"', 'Did you mean "mysql"?'],
    ],
    [
      'a disk below what RDS takes',
      small((_, { database }) => put(database, 'storageGib', 5)),
      ['storageGib: invalid value 5', 'at least 20'],
    ],
    ['too many NAT gateways', small((tier) => put(tier.network, 'natGateways', 4)), ['natGateways: invalid value 4', 'at most 3']],
    ['users from many to few', small((tier) => put(tier.workload, 'concurrentUsers', { low: 9, mid: 5, high: 1 })), ['concurrentUsers']],
    [
      'a contradiction of no tier',
      edited((system) => put(system.contradictions?.[0], 'tiers', ['tiny'])),
      ['invalid value "tiny"', 'one of small'],
    ],
  ])('%s', (_, file, message) => {
    expectRefusal(() => parseInput(System, file, 'system file'), message);
  });
});

function expectRefusal(attempt: () => unknown, message: readonly string[]): void {
  let error: unknown;
  try {
    attempt();
  } catch (thrown) {
    error = thrown;
  }
  const text = errorText(error, false);
  for (const part of message) expect(text).toContain(part);
  expect(text).not.toMatch(STACK_TRACE);
  expect(exitCodeOf(error)).toBe(1);
}

const bucket = { Type: 'AWS::S3::Bucket' };
const json = (value: unknown) => JSON.stringify(value);
const resources = (Resources: unknown) => json({ Resources });

describe('template files', () => {
  test.each<Row<string>>([
    ['empty', '', ['file: empty']],
    ['truncated', resources({ Files: bucket }).slice(0, -5), ['unexpected end of file', 'truncated']],
    ['not JSON', '{ "Resources": nothing }', ['line 1, column', 'valid JSON']],
    ['not YAML', 'Resources:\n  Files: [', ['valid YAML']],
    ['a sentence', 'This is not a template.', ['a CloudFormation template']],
    ['a list', '[1, 2]', ['file: invalid value [1, 2]']],
    ['null', 'null', ['file: invalid value null']],
    ['not text', '\u0000\u0001', ['file: contains binary data']],
    ['without resources', json({ AWSTemplateFormatVersion: '2010-09-09' }), ['Resources: missing']],
    ['with an empty list of resources', resources({}), ['Resources: empty']],
    ['with a list of resources', resources([bucket]), ['Resources: invalid value […]']],
    ['with a resource that is not an object', resources({ Files: 'bucket' }), ['Resources.Files: invalid value "bucket"']],
    ['with a resource without type', resources({ Files: {} }), ['Resources.Files.Type: missing']],
    [
      'with properties that are not an object',
      resources({ Files: { ...bucket, Properties: 5 } }),
      ['Resources.Files.Properties: invalid value 5'],
    ],
    ['with an unknown condition', resources({ Files: { ...bucket, Condition: 'Is' } }), ['Resources.Files.Condition: invalid value "Is"']],
    [
      'with resources that wait for each other',
      resources({ A: { ...bucket, DependsOn: 'B' }, B: { ...bucket, Properties: { Name: { Ref: 'A' } } } }),
      ['circular dependency (A → B → A)'],
    ],
    ['of Terraform', json({ planned_values: {} }), ['a Terraform plan']],
    ['a manifest of Kubernetes without a kind', 'apiVersion: v1\nmetadata: { name: web }\n', ['kind at line 1']],
    ['nested without end', `{"Resources":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, ['nested too deep']],
    [
      'with an unreadable declaration',
      json({ Metadata: { 'sizing-blueprints': { version: 2 } }, Resources: { Files: bucket } }),
      ['Metadata.sizing-blueprints.version'],
    ],
  ])('%s', async (_, text, message) => {
    const file = join(folder, 'template.json');
    writeFileSync(file, text);
    await refused(['estimate', text.startsWith('{') || text.startsWith('[') ? file : yamlFile(text)], message);
  });

  function yamlFile(text: string): string {
    const file = join(folder, 'template.yaml');
    writeFileSync(file, text);
    return file;
  }

  test('not there', async () => {
    await refused(
      ['estimate', join(folder, 'nothing.json')],
      ['does not exist', 'a template, a cdk.out folder, or a file or folder of Kubernetes manifests'],
    );
  });

  test('a folder that is no cdk.out', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    await refused(['estimate', empty], ['a folder without manifest.json']);
  });

  test('100 MB', async () => {
    const file = join(folder, 'large.json');
    writeFileSync(file, Buffer.alloc(100_000_000, ' '));
    await refused(['estimate', file], ['100,000,000 bytes', 'at most 50,000,000 bytes']);
  });

  test('of a region without prices', async () => {
    const file = join(folder, 'region.json');
    writeFileSync(file, resources({ Files: bucket }));
    await refused(['estimate', file, '--region', 'us-esat-1'], ['invalid value "us-esat-1"', 'Did you mean "us-east-1"?']);
  });

  test.each<Row<string>>([
    ['of an unknown type', resources({ Odd: { Type: 'AWS::Odd::Thing' } }), ['AWS::Odd::Thing Odd', '--allow-unpriced AWS::Odd::Thing']],
    ['of a misspelt type', resources({ Files: { Type: 'AWS::S3::Buckt' } }), ['the nearest known type is AWS::S3::Bucket']],
    [
      'with a price that only the deployment determines',
      resources({ Host: { Type: 'AWS::EC2::Instance', Properties: { InstanceType: { Ref: 'Size' } } } }),
      ['AWS::EC2::Instance Host'],
    ],
    [
      'of an unknown instance type',
      resources({ Host: { Type: 'AWS::EC2::Instance', Properties: { InstanceType: 'x99.mega' } } }),
      ['x99.mega'],
    ],
  ])('%s: the estimate is printed and incomplete', async (_, text, message) => {
    const file = join(folder, 'unpriced.json');
    writeFileSync(file, text);
    await refused(['estimate', file, '--json'], message, 3);
    const { stdout } = await sizing(['estimate', file, '--json']);
    expect(JSON.parse(stdout).resources).toMatchObject({ total: 1, unpriced: 1 });
  });
});

test('nothing was written anywhere by all of this', () => {
  expect(readdirSync(folder).sort()).toEqual(['empty', 'large.json', 'region.json', 'template.json', 'template.yaml', 'unpriced.json']);
});
