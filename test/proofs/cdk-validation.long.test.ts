import { afterEach, describe, expect, it, vi } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { REGIONS } from '../../lib/model/options';
import { SYSTEMS } from '../../tiers';
import { BLUEPRINTS, blueprintOf, database } from '../support/blueprints';
import { findingsOf } from '../support/findings';

const MINUTES = 60_000;

afterEach(() => vi.unstubAllEnvs());

// Its first run in a process takes more CPU time than any other test file: in `npm test`, cfn-lint judges the templates.
describe("CDK's own validation of templates", () => {
  const requests = SYSTEMS.flatMap(({ id, tiers }) =>
    tiers.flatMap((tier) => REGIONS.map((region) => ({ system: id, tier: tier.id, region }))),
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
      const findings = requests
        .map((request) => [request, findingsOf(blueprintFor(request), { builtin: true })])
        .filter(([, text]) => text !== '');
      expect(findings).toEqual([]);
    },
    10 * MINUTES,
  );
});
