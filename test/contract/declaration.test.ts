import { describe, expect, test } from 'vitest';
import { declarationOf } from '../../lib/contract/declaration';
import { DECLARATION_KEY } from '../../lib/contract/key';
import { declaredUse, inheritedProperties, parseDeclaration } from '../../lib/contract/schema';
import { declarationsOf } from '../../lib/contract/stacks';
import { InputError } from '../../lib/core/problems';
import { filesBelow, textOf } from '../support/sources';

const usage = [
  { component: 'files', key: 'storedGb', quantity: { low: 1, mid: 2.5, high: 4 }, basis: { kind: 'stated', text: 'assumed' } },
] as const;
const blueprint = {
  system: { id: 'shop' },
  tier: { id: 'small' },
  options: { region: 'eu-west-1', platform: 'ecs', budget: '$1' },
  usage,
  components: {
    files: { kind: 'bucket', id: 'files' },
    model: {
      kind: 'external',
      id: 'model',
      name: 'Model API',
      unit: 'request',
      quantity: { low: 1, mid: 2, high: 3 },
      unitPriceUsd: { low: 0.5, high: 1 },
      source: 'test',
      asOf: '2024-01-01',
    },
  },
};

function problemsOf(action: () => unknown): readonly unknown[] {
  try {
    action();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('a declaration', () => {
  test('is read as it was written, without the budget', () => {
    const read = parseDeclaration(JSON.parse(JSON.stringify(declarationOf(blueprint))), 'test', []);
    expect(read).toMatchObject({ version: 1, system: 'shop', tier: 'small', options: { region: 'eu-west-1', platform: 'ecs' }, usage });
    expect(read.options).not.toHaveProperty('budget');
    expect(read.externals).toMatchObject([{ id: 'model', quantity: { low: 1, mid: 2, high: 3 }, unitPriceUsd: { low: 0.5, high: 1 } }]);
  });

  test('contains the primary region of a standby stack', () => {
    const standby = { ...blueprint, standsBy: { primary: 'eu-west-1' } };
    expect(declarationsOf({ ...blueprint, standbys: [standby] }).map(({ standsBy }) => standsBy)).toEqual([undefined, 'eu-west-1']);
  });

  test('is absent from other templates', () => {
    expect(declaredUse({ name: 'test', metadata: {} })).toBeUndefined();
  });
});

test('a declaration of 0.1.0 is one problem, which names the version', () => {
  const [{ basis: _, ...quantity }] = usage;
  const declaration = {
    version: 1,
    usage: [
      { ...quantity, assumption: '10 GB' },
      { ...quantity, assumption: '20 GB' },
    ],
    externals: [],
  };
  expect(problemsOf(() => parseDeclaration(declaration, 'stack.json', ['Metadata', DECLARATION_KEY]))).toEqual([
    {
      path: `Metadata.${DECLARATION_KEY}`,
      reason: 'a declaration of version 0.1.0',
      expected: 'one of this version: synthesize the template again, or delete the declaration from it',
    },
  ]);
});

describe('an invalid declaration is an input problem with its path', () => {
  test('a misspelled key', () => {
    const metadata = { [DECLARATION_KEY]: { version: 1, usage: [{ ...usage[0], key: 'storedGB' }] } };
    expect(problemsOf(() => declaredUse({ name: 'test', metadata }))).toMatchObject([
      { path: 'Metadata.sizing-blueprints.usage.0.key', received: expect.stringContaining('storedGB'), suggestion: 'storedGb' },
    ]);
  });

  test.each([
    ['a region that is no string', { options: { region: 5 } }, 'options.region'],
    ['a negative amount', { usage: [{ ...usage[0], quantity: { low: -1, mid: 1, high: 1 } }] }, 'usage.0.quantity.low'],
    ['an amount that is no number', { usage: [{ ...usage[0], quantity: { low: 'x', mid: 1, high: 1 } }] }, 'usage.0.quantity.low'],
    ['another version', { version: 2 }, 'version'],
  ])('%s', (_name, part, path) => {
    expect(problemsOf(() => parseDeclaration({ version: 1, ...part }, 'test', []))).toMatchObject([{ path }]);
  });

  test.each([null, 'text', 5, []])('%j instead of an object', (value) => {
    expect(problemsOf(() => parseDeclaration(value, 'test', ['Metadata']))).toMatchObject([{ path: 'Metadata' }]);
  });
});

test('properties that a replica inherits are strings, or invalid', () => {
  expect(inheritedProperties({ [DECLARATION_KEY]: { inherited: { Engine: 'postgres' } } })).toEqual({ Engine: 'postgres' });
  expect(inheritedProperties({})).toBeUndefined();
  expect(inheritedProperties({ [DECLARATION_KEY]: { inherited: { Engine: 5 } } })).toBe('invalid');
  expect(inheritedProperties({ [DECLARATION_KEY]: 'text' })).toBe('invalid');
});

test('the metadata key is written in one place', () => {
  const uses = filesBelow('lib').filter((file) => /(?:[Mm]etadata\(|\{ |\[)'sizing-blueprints'[,:\]]/.test(textOf(file)));
  expect(uses).toEqual([]);
});
