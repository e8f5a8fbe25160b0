import { afterEach, describe, expect, it, vi } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { REGIONS } from '../../lib/model/options';
import { SYSTEMS } from '../../tiers';
import { BLUEPRINTS, blueprintOf, database } from '../support/blueprints';
import { findingsOf } from '../support/findings';
import { representsSystems } from '../support/forms';
import { configurationsInScope } from '../support/matrix';
import { inScope } from '../support/scope';

const MINUTES = 60_000;

afterEach(() => vi.unstubAllEnvs());

describe('the rule pack AwsSolutions', () => {
  // Its rules look at no region, and regions differ in instance types alone: one region stands for all.
  const configurations = configurationsInScope(REGIONS.slice(0, 1));

  it(
    'has no finding that is not acknowledged, in any tier with any options',
    () => {
      const findings = configurations
        .map(({ name, blueprint }) => [name, findingsOf(blueprint, { nag: true })])
        .filter(([, text]) => text !== '');
      expect(findings).toEqual([]);
    },
    10 * MINUTES,
  );
});

// All of its tests are here, because its first run in a process takes seconds.
describe("CDK's own validation of templates", () => {
  const tiers = inScope(
    SYSTEMS.flatMap((system) => system.tiers.flatMap((tier) => REGIONS.map((region) => ({ system, tier: tier.id, region })))),
    ({ system, tier, region }) => representsSystems(system) && tier === system.tiers.at(-1)?.id && region === REGIONS[0],
  );

  it.each(Object.entries(BLUEPRINTS))('passes for the stack of %s', (_name, blueprint) => {
    vi.stubEnv('CDK_VALIDATION', 'true');
    expect(findingsOf(blueprint, { builtin: true })).toBe('');
  });

  it('finds an invalid instance class', () => {
    vi.stubEnv('CDK_VALIDATION', 'true');
    const wrong = blueprintOf({ components: [database({ instanceClass: 'db.r6g.9xlarge' })] });
    expect(findingsOf(wrong, { builtin: true })).toContain('db.r6g.9xlarge');
  });

  it(
    'passes for every tier in every region',
    () => {
      vi.stubEnv('CDK_VALIDATION', 'true');
      const findings = tiers
        .map(({ system, ...place }) => ({ system: system.id, ...place }))
        .map((request) => [request, findingsOf(blueprintFor(request), { builtin: true })])
        .filter(([, text]) => text !== '');
      expect(findings).toEqual([]);
    },
    10 * MINUTES,
  );
});
