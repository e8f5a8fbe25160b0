import { expect, test } from 'vitest';
import { fixture, sizing } from '../support/run';

/** Words of a command line: valid ones have no message; `of-system` can only be checked for a system that is known. */
type Words = readonly [words: string, message?: string, needs?: 'of-system'];

/** Words that exclude each other: the first is used where no other is chosen. */
type Choice = readonly Words[];

const NONE: Words = [''];

/** Invalid words that may be left out. */
function optional(...wrong: readonly Words[]): Choice {
  return [NONE, ...wrong];
}

const ANY: readonly Choice[] = [
  optional(['--formt csv', '--formt: unknown flag; expected a flag that']),
  optional(['--format jsn', '--format: invalid value "jsn"']),
  optional(['--output=', '--output: invalid value ""']),
];
const OPTIONS: readonly Choice[] = [
  optional(['--gpu zz', '--gpu: invalid value "zz"'], ['--gpu t4 --gpu t4', '--gpu: given twice']),
  optional(['--region mars', '--region: invalid value "mars"']),
  optional(['--environment Prod!', '--environment: invalid value "Prod!"']),
];
const LEVERS = optional(['--with none', '--with: invalid value "none"', 'of-system']);
const WORKLOAD: readonly Choice[] = [
  optional(['--users=-1', '--users: invalid value "-1"']),
  optional(['--messages much', '--messages: invalid value "much"', 'of-system']),
  optional(['--workload nope.json', 'nope.json: does not exist']),
];
const TARGET: readonly Choice[] = [
  optional(['--growth 800%/month', '--growth: invalid value "800%/month"']),
  optional(['--confidence 2', '--confidence: invalid value 2']),
  optional(['--budget=-3', '--budget: invalid value -3']),
  optional(['--slo message.p95=5s', '--slo: invalid value "message"', 'of-system']),
];
const PLAN = optional(['--plan x', '--plan: invalid value "x"'], ['--plan 5m:9,3m:9', '--plan: invalid value "3m:9"']);
const CALIBRATION = optional(['--calibration none.json', 'none.json: does not exist']);
const UNKNOWN_SYSTEM: Words = ['avia', '<system>: invalid value "avia"'];
const SYSTEM: Choice = [['aiva'], UNKNOWN_SYSTEM];
const TIER: Choice = [['aiva small'], ['avia small', '<system>: invalid value "avia"'], ['aiva medum', '<tier>: invalid value "medum"']];
const TIER_NEEDED: Choice = [...TIER, ['aiva', '<tier>: missing']];
const USAGE: readonly Choice[] = [
  optional(['--default-requests cup=1', '--default-requests: invalid value "cup"']),
  optional(['--control-plane ecs', '--control-plane: invalid value "ecs"']),
  optional(['--usage nope.yml', 'nope.yml: does not exist']),
  optional(['--parameter Stage', '--parameter: invalid value "Stage"']),
];
const TESTED: readonly Choice[] = [
  optional(['--instances api', '--instances: invalid value "api"']),
  [['--system aiva'], ['--system avia', '--system: invalid value "avia"'], ['', '--system: missing']],
  [['--tier small'], ['--tier smll', '--tier: invalid value "smll"', 'of-system'], ['', '--tier: missing']],
];

/** The inputs of each command. */
const COMMANDS: Readonly<Record<string, readonly Choice[]>> = {
  recommend: [...ANY, SYSTEM, ...OPTIONS, ...WORKLOAD, ...TARGET, PLAN, LEVERS, CALIBRATION],
  design: [
    ...ANY,
    SYSTEM,
    ...OPTIONS,
    ...WORKLOAD,
    ...TARGET,
    PLAN,
    LEVERS,
    CALIBRATION,
    optional(['--months some', '--months: invalid value "some"'], ['--months 99', '--months: invalid value 99']),
    optional(['--id Big', '--id: invalid value "Big"']),
    optional(['--base-tier lrage', '--base-tier: invalid value "lrage"', 'of-system']),
    optional(['--topology single-host', '--topology: invalid value "single-host"']),
    optional(['--write --with cache-hits', '--write: given together with --with', 'of-system']),
  ],
  capacity: [...ANY, TIER_NEEDED, ...OPTIONS, ...WORKLOAD, LEVERS, CALIBRATION],
  curve: [
    ...ANY,
    SYSTEM,
    ...OPTIONS,
    LEVERS,
    optional(['--min-users few', '--min-users: invalid value "few"']),
    optional(
      ['--max-users 0', '--max-users: invalid value "0"'],
      ['--max-users 1e9', '--max-users: invalid value 1000000000', 'of-system'],
    ),
    optional(['--designs --topology single-host', '--topology: invalid value "single-host"']),
  ],
  compare: [
    ...ANY,
    SYSTEM,
    ...OPTIONS,
    LEVERS,
    optional(['--platform ecs,eck', '--platform: invalid value "eck"']),
    optional(
      ['--tiers medum', '--tiers: invalid value "medum"', 'of-system'],
      ['--from small', '--from: invalid value "small"'],
      ['--from tier=large', '--to: missing'],
      ['--from tier=small --to tier=large,gpu=xx', '--to gpu: invalid value "xx"'],
      ['--from tier=medum --to tier=large', '--from tier: invalid value "medum"', 'of-system'],
    ),
  ],
  // A component without a template is known from the estimate alone, which needs valid options.
  explain: [...ANY, [...TIER_NEEDED, ['aiva small databse', '<component>: invalid value "databse"', 'of-system']]],
  quotas: [...ANY, TIER_NEEDED, ...OPTIONS],
  estimate: [...ANY, TIER, ...OPTIONS, LEVERS, ...USAGE, optional(['--budget much', '--budget: invalid value "much"'])],
  diff: [
    ...ANY,
    [
      ['before.json', '<after>: missing'],
      ['before.json after.json', 'after.json: does not exist'],
    ],
    ...USAGE,
    optional(['--max-increase much', '--max-increase: invalid value "much"']),
    optional(['--region mars', '--region: invalid value "mars"']),
  ],
  move: [
    ...ANY,
    SYSTEM,
    ...(['from', 'to'] as const).map(
      (end): Choice => [
        [`--${end} tier=large`],
        [`--${end} small`, `--${end}: invalid value "small"`],
        [`--${end} gpu=xx`, `--${end} gpu: invalid value "xx"`],
        [`--${end} gpu=t4`, `--${end} tier: missing`],
        [`--${end} tier=medum`, `--${end} tier: invalid value "medum"`, 'of-system'],
        [`--${end} tier=large,topology=single-host`, `--${end} topology: invalid value "single-host"`, 'of-system'],
        ['', `--${end}: missing`],
      ],
    ),
    optional(['--region mars', '--region: given without templates']),
  ],
  manifests: [
    ...ANY,
    TIER_NEEDED,
    ...OPTIONS,
    optional(['--image api', '--image: invalid value "api"'], ['--image nope=x', '--image: invalid value "nope"', 'of-system']),
    optional(['--check-cluster nope.json', 'nope.json: does not exist']),
  ],
  fit: [
    ...ANY,
    [[fixture('load-test.csv')], ['nope.csv', 'nope.csv: does not exist']],
    ...TESTED,
    [['--measured-on 2026-01-31'], ['--measured-on today', '--measured-on: invalid value "today"'], ['', '--measured-on: missing']],
    optional(['--p95 fast', '--p95: invalid value "fast"']),
    optional(['--errors 150', '--errors: invalid value "150"']),
  ],
  observe: [...ANY, [[fixture('load-test.csv')], ['nope.json', 'nope.json: does not exist']], ...TESTED],
  lint: [
    ...ANY,
    [
      ['manifests', 'manifests: does not exist'],
      ['', '<manifests>: missing'],
    ],
    optional(['--fail-on eror', '--fail-on: invalid value "eror"']),
    optional(['--rules all-of-them', '--rules: invalid value "all-of-them"']),
    optional(['--rule missing-prob', '--rule: invalid value "missing-prob"']),
    optional(['--zones none', '--zones: invalid value "none"']),
    optional(['--dry-run', '--dry-run: given without --fix']),
    optional(
      ['--baseline none.json --write-baseline b.json', '--write-baseline: together with --baseline'],
      ['--baseline no.json', 'no.json'],
    ),
    optional(['--crds nope', 'nope: does not exist']),
    optional(['--suppressions nosup.yaml', 'nosup.yaml: does not exist']),
  ],
  check: [
    ...ANY,
    [
      ['nope.json', 'nope.json: does not exist'],
      ['', '<template>: missing'],
    ],
    optional(['--fail-on eror', '--fail-on: invalid value "eror"']),
    optional(['--ignore log-retentoin', '--ignore: invalid value "log-retentoin"']),
  ],
  init: [
    ...ANY,
    [['shop'], ['Big', '<name>: invalid value "Big"']],
    optional(['--as toml', '--as: invalid value "toml"']),
    optional(['--from nope.yml', 'nope.yml: does not exist']),
  ],
  completion: [...ANY, [['bash'], ['fsh', '<shell>: invalid value "fsh"']]],
};

/** All command lines with two invalid inputs, and one with the first invalid input of every choice. */
function commandLines(choices: readonly Choice[]): (readonly Words[])[] {
  const wrong = choices.flatMap((choice, index) => choice.flatMap((words) => (words[1] === undefined ? [] : [{ index, words }])));
  const lineWith = (chosen: typeof wrong) =>
    choices.map(([usual = NONE], index) => chosen.find((one) => one.index === index)?.words ?? usual);
  const pairs = wrong.flatMap((first) => wrong.filter(({ index }) => index > first.index).map((second) => lineWith([first, second])));
  const all = choices.map(([usual = NONE, first = usual]) => (usual[1] === undefined ? first : usual));
  return [...pairs, all].filter((line) => !isRepeated(line));
}

/** A flag that two choices give is another problem. */
function isRepeated(line: readonly Words[]): boolean {
  const flags = line.map(([words]) => words.match(/--[a-z-]+/g) ?? []).map((names) => new Set(names));
  return new Set(flags.flatMap((names) => [...names])).size < flags.reduce((sum, { size }) => sum + size, 0);
}

test.each(Object.entries(COMMANDS))('%s reports all problems of its command line at once', async (command, choices) => {
  const missing: string[] = [];
  for (const line of commandLines(choices)) {
    const ran = await sizing([command, ...line.flatMap(([words]) => words.split(' ').filter(Boolean))]);
    const isSystemKnown = !line.some(([, message]) => /(?:<system>|--system|<tier>): (?:invalid|missing)/.test(message ?? ''));
    for (const [words, message, needs] of line) {
      if (message === undefined || (needs === 'of-system' && !isSystemKnown)) continue;
      if (ran.code !== 1 || !ran.stderr.includes(message)) missing.push(`${command} ${line.map(([each]) => each).join(' ')}: ${words}`);
    }
  }
  expect(missing).toEqual([]);
});
