import { describe, expect, it } from 'vitest';
import { InputError, oneOf, type Problem } from '../../lib/core/problems';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import { Tier } from '../../lib/model/tier';
import { aiva } from '../../tiers';

function problemsOf(attempt: () => unknown): readonly Problem[] {
  try {
    attempt();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

/** A deep copy of AIVA with one changed value. */
function aivaWith(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(aiva)) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const target = keys.reduce<Record<string, unknown>>((object, key) => object[key] as Record<string, unknown>, copy);
  target[last] = value;
  return copy;
}

describe('parseInput', () => {
  it('accepts AIVA and fills in defaults', () => {
    const system = parseInput(System, aiva, 'aiva');
    expect(system.tiers[0]?.components.jobs).toEqual({ kind: 'queue', messages: 'documents', visibilitySeconds: 300, maxReceives: 5 });
  });

  it('finds problems between values next to invalid values', () => {
    const components = { network: { kind: 'service', instances: { min: 1, max: 2 }, vcpu: 1, memoryGib: 1, prots: [] } };
    const system = {
      id: 'shop',
      platform: 'ek',
      tiers: [
        { id: 'small', components },
        { id: 'small', components: {} },
      ],
    };
    const paths = (value: unknown) => problemsOf(() => parseInput(System, value, 'shop')).map(({ path }) => path);
    expect(paths(system)).toEqual(['platform', 'tiers.0.components.network.prots', 'tiers.1.id', 'tiers.0.components.network']);
    // Without a required value, others would seem to be wrong.
    expect(
      paths({
        ...system,
        platform: 'eks',
        tiers: [
          { id: 5, components },
          { id: 'small', components },
        ],
      }),
    ).toEqual(['tiers.0.id', 'tiers.0.components.network.prots', 'tiers.1.components.network.prots']);
  });

  it('finds all problems at once', () => {
    const problems = problemsOf(() => parseInput(Options, { region: 'us-east', gpu: 't5', budget: 'much', teir: 'x' }, 'options'));
    expect(problems.map(({ path }) => path).sort()).toEqual(['budget', 'gpu', 'region', 'teir']);
  });

  it.each<[string, unknown, string, Partial<Problem>]>([
    ['an enum', 'mysqll', 'tiers.0.components.database.engine', { received: '"mysqll"', suggestion: 'mysql' }],
    ['a kind', 'servcie', 'tiers.0.components.api.kind', { received: '"servcie"', suggestion: 'service' }],
    ['a number out of range', 0, 'tiers.0.components.api.vcpu', { received: '0', expected: 'above 0' }],
    ['a fraction of a machine', 1.5, 'tiers.0.components.nodes.minNodes', { received: '1.5', expected: 'a whole number' }],
    ['a text for a number', '4', 'tiers.0.components.api.memoryGib', { received: '"4"', expected: 'a number without quotes: 4' }],
    ['storage below the least', 5, 'tiers.0.components.database.storageGib', { received: '5', expected: 'at least 20' }],
    [
      'an id with capitals',
      'Small-price',
      'contradictions.0.id',
      { received: '"Small-price"', expected: 'lower-case words joined by hyphens' },
    ],
    ['a minimum above the maximum', 3, 'tiers.0.components.api.instances.min', { received: '3', expected: 'at most max, which is 2' }],
    ['an unknown evidence', 'guessed', 'tiers.0.published.evidence', { expected: 'one of assumed, modelled, measured' }],
    ['an invalid date', '2025-13-01', 'tiers.0.components.model-api.asOf', { received: '"2025-13-01"' }],
    ['an unknown tier in a contradiction', 'huge', 'contradictions.0.tiers.0', { expected: oneOf(aiva.tiers.map(({ id }) => id)) }],
  ])('names path, value and the expected value of %s', (_what, value, path, expected) => {
    const problems = problemsOf(() => parseInput(System, aivaWith(path, value), 'aiva'));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path, ...expected });
  });

  it('suggests the key for a misspelled one, also deep in a union', () => {
    const problems = problemsOf(() => parseInput(System, aivaWith('tiers.0.components.api.databasePol', 5), 'aiva'));
    expect(problems).toEqual([expect.objectContaining({ path: 'tiers.0.components.api.databasePol', suggestion: 'databasePool' })]);
  });

  it('names the missing key', () => {
    const { components: _components, ...rest } = aiva.tiers[0];
    expect(problemsOf(() => parseInput(Tier, rest, 'small'))).toEqual([{ path: 'components', expected: 'an object' }]);
  });
});
