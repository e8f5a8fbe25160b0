import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { declarationOf } from '../../lib/contract/declaration';
import { parseDeclaration } from '../../lib/contract/schema';
import { InputError } from '../../lib/core/problems';

/** Tiers with calls, clusters, standby regions and a single host. */
const REQUESTS = [
  { system: 'aiva', tier: 'small' },
  { system: 'aiva', tier: 'small', topology: 'single-host' },
  { system: 'aiva', tier: 'large', platform: 'eks', dataStores: 'statefulset' },
  { system: 'aiva', tier: 'very-large' },
];

function usageOf(request: (typeof REQUESTS)[number]) {
  const blueprint = blueprintFor(request);
  return [blueprint, ...(blueprint.standbys ?? [])].map((each) => ({ each, declaration: declarationOf(each) }));
}

test.each(REQUESTS)('the basis of each quantity of %j is read as it was written', (request) => {
  for (const { each, declaration } of usageOf(request)) {
    expect(parseDeclaration(JSON.parse(JSON.stringify(declaration)), 'test', []).usage).toEqual(each.usage);
  }
});

// cfn-lint rejects fractions in the metadata of a template.
test.each(REQUESTS)('the figures of %j are written as strings', (request) => {
  for (const { declaration } of usageOf(request)) {
    const numbers: unknown[] = [];
    JSON.stringify(declaration.usage, (_key, value: unknown) => {
      if (typeof value === 'number') numbers.push(value);
      return value;
    });
    expect(numbers).toEqual([]);
  }
});

test.each([
  ['a sentence instead of a basis', 'logs retained for 30 days', 'usage.0.basis'],
  ['an unknown kind', { kind: 'guess' }, 'usage.0.basis.kind'],
  ['a figure that is missing', { kind: 'retained-logs' }, 'usage.0.basis.retentionDays'],
  ['a negative figure', { kind: 'retained-logs', retentionDays: '-1' }, 'usage.0.basis.retentionDays'],
])('%s is an input problem with its path', (_name, basis, path) => {
  const use = { component: 'api', key: 'logStoredGb', quantity: { low: 1, mid: 1, high: 1 }, basis };
  const read = () => parseDeclaration({ version: 1, usage: [use] }, 'test', []);
  expect(read).toThrow(InputError);
  expect(read).toThrow(path);
});
