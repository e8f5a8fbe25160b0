import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../bin/commands';
import { fixture, sizing } from '../support/run';
import { temporaryFolder } from '../support/temporary-folder';

/** Commands that answer about one tier, with what else they need. */
const OF_TIER = ['capacity', 'estimate', 'explain', 'manifests', 'quotas'];
/** Commands that answer about all tiers of a system. */
const OF_SYSTEM: Readonly<Record<string, string>> = {
  compare: '',
  curve: ' --max-users 30',
  design: ' --users 20',
  recommend: ' --users 20 --no-design',
};
/** Commands with files as their arguments, and the tier that was measured as flags. */
const OF_FILES: Readonly<Record<string, string>> = {
  fit: `${fixture('load-test.csv')} --measured-on 2026-01-31`,
  observe: `${fixture('load-test.csv')}`,
};
/** Commands that take no system, and `move`, which takes two tiers. */
const OTHERS = ['check', 'completion', 'diff', 'init', 'lint', 'list', 'move'];

const SHOP = ['--config', fixture('shop/sizing.yaml')];
/** A definition with two systems. */
const TWO = () => {
  const path = join(temporaryFolder(), 'sizing.json');
  const components = {
    api: { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 1 },
    nodes: { kind: 'node-pool', runs: ['api'] },
  };
  const systems = ['east', 'west'].map((id) => ({ id, tiers: [{ id: 'small', components }] }));
  writeFileSync(path, JSON.stringify({ systems }));
  return ['--config', path];
};

async function typed(line: string, config: readonly string[] = []) {
  const folder = line.startsWith('manifests') ? ['--output-dir', temporaryFolder()] : [];
  const { code, stdout, stderr } = await sizing([...line.split(' ').filter((word) => word !== ''), ...folder, ...config]);
  return { code, heading: stdout.split('\n')[0] ?? '', stderr };
}

const answers = (heading: RegExp) => ({ code: 0, heading: expect.stringMatching(heading) });
const refuses = (...problems: readonly string[]) => ({
  code: 1,
  heading: '',
  stderr: expect.stringMatching(new RegExp(problems.map((problem) => `^ {2}${problem}`).join('\\n(?:error: .*\\n)?'), 'm')),
});

test('every command has its forms here', () => {
  const tested = [...OF_TIER, ...Object.keys(OF_SYSTEM), ...Object.keys(OF_FILES), ...OTHERS].sort();
  expect(tested).toEqual(COMMANDS.map(({ name }) => name).sort());
});

describe.each(OF_TIER)('%s', (command) => {
  test.each(['aiva small', 'aiva --tier small', '--tier small aiva', '--system aiva small', '--system=aiva --tier=small'])(
    '%s',
    async (form) => {
      expect(await typed(`${command} ${form}`)).toMatchObject(answers(/^AIVA (?:· )?small/));
    },
  );

  test.each(['small', '--tier small', 'shop small', 'shop --tier small', '--system shop small', '--system shop --tier small'])(
    '%s of a definition',
    async (form) => {
      expect(await typed(`${command} ${form}`, SHOP)).toMatchObject(answers(/^shop (?:· )?small/));
    },
  );

  test.each([
    ['aiva', '<tier>: missing; expected a tier of aiva: small, medium'],
    ['--system aiva', '<tier>: missing; expected a tier of aiva: small, medium'],
    ['aiva smal', '<tier>: invalid value "smal"; expected one of small, .*Did you mean "small"'],
    ['aiva --tier smal', '--tier: invalid value "smal"; expected one of small, .*Did you mean "small"'],
    ['avia small', '<system>: invalid value "avia"; expected one of .* Did you mean "aiva"'],
    ['--system avia small', '--system: invalid value "avia"; expected one of .* Did you mean "aiva"'],
    ['shop medium', '<system>: invalid value "shop"; expected one of aiva, .*, or a definition file with this system'],
    ['small', '<system>: "small" is a tier; expected its system first, such as aiva small'],
    ['--tier small', '<system>: missing; expected one of aiva, .*, or a definition file with one system'],
    ['aiva small --tier large', '--tier: given together with the tier small; expected only one of them'],
    ['aiva small --system aiva', '--system: given together with the system aiva; expected only one of them'],
  ])('%s is refused', async (form, problem) => {
    expect(await typed(`${command} ${form}`)).toMatchObject(refuses(problem));
  });

  test('a tier of one of two systems needs its system', async () => {
    const config = TWO();
    expect(await typed(`${command} west small`, config)).toMatchObject(answers(/^west (?:· )?small/));
    expect(await typed(`${command} --system west --tier small`, config)).toMatchObject(answers(/^west (?:· )?small/));
    const needed = '<system>: "small" is a tier; expected its system first, such as east small';
    expect(await typed(`${command} small`, config)).toMatchObject(refuses(needed));
    expect(await typed(`${command} --tier small`, config)).toMatchObject(refuses('<system>: missing; expected one of east, west, aiva'));
  });
});

describe.each(Object.entries(OF_SYSTEM))('%s', (command, flags) => {
  test.each(['aiva', '--system aiva', '--system=aiva'])('%s', async (form) => {
    expect(await typed(`${command} ${form}${flags}`)).toMatchObject(answers(/^AIVA ·/));
  });

  test('a tier is refused, with what to type instead', async () => {
    const instead = { compare: '--tiers small,large', design: '--base-tier small' }[command] ?? '`npx sizing capacity`';
    for (const form of ['aiva small', '--system aiva small', 'aiva --tier small']) {
      const { code, stderr } = await typed(`${command} ${form}${flags}`);
      expect(code).toBe(1);
      expect(stderr, form).toContain(instead);
      expect(stderr, form).not.toContain('<system>');
    }
    const ofDefinition = await typed(`${command} small${flags}`, SHOP);
    expect(ofDefinition.stderr).toContain('"small": a tier of shop; expected ');
    expect(ofDefinition.stderr).toContain(instead);
  });
});

describe.each(Object.entries(OF_FILES))('%s', (command, files) => {
  test('takes the only system of a definition', async () => {
    const { stderr } = await typed(`${command} ${files} --tier smal`, SHOP);
    expect(stderr).not.toContain('--system: missing');
    expect((await typed(`${command} ${files} --tier small`)).stderr).toContain('--system: missing');
  });
});

describe('move', () => {
  test.each(['aiva', '--system aiva'])('%s', async (form) => {
    expect(await typed(`move ${form} --from tier=small --to tier=medium`)).toMatchObject(answers(/^AIVA · small → medium/));
  });

  test.each(['aiva small medium', 'aiva small', '--system aiva small medium'])('%s is refused, with both flags', async (form) => {
    const { code, stderr } = await typed(`move ${form}`);
    expect(code).toBe(1);
    expect(stderr).toContain('"small": a tier of aiva; expected both tiers, such as --from tier=small --to tier=large');
    expect(stderr).not.toContain('does not exist');
  });

  test('a tier without its key is refused with the key', async () => {
    const { stderr } = await typed('move aiva --from small --to medium');
    expect(stderr).toContain('--from: invalid value "small"; expected key=value, such as tier=small');
    expect(stderr).toContain('--to: invalid value "medium"; expected key=value, such as tier=medium');
  });
});

test('a path with the name of a tier is a path, and --tier never is', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'small'));
  const before = process.cwd();
  process.chdir(folder);
  try {
    expect((await typed('estimate small', SHOP)).stderr).toContain('small');
    expect((await typed('estimate small', SHOP)).code).toBe(1);
    expect(await typed('estimate --tier small', SHOP)).toMatchObject(answers(/^shop small/));
  } finally {
    process.chdir(before);
  }
});
