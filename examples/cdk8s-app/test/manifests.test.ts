import 'sizing-blueprints/testing/vitest';
import { blueprintFor, estimateCharts, loadDefinition, tierManifests } from 'sizing-blueprints';
import { matchers } from 'sizing-blueprints/testing';
import { describe, expect, test } from 'vitest';

expect.extend(matchers);

const [system] = loadDefinition('sizing.yaml').systems;
if (system === undefined) throw new Error('sizing.yaml has no system');

describe.each([
  { tier: 'small', budgetUsd: 450 },
  { tier: 'large', budgetUsd: 650 },
])('tier $tier', ({ tier, budgetUsd }) => {
  // To accept a change: npx vitest run -u
  test('has the manifests of its snapshot', () => {
    expect(tierManifests({ tier: { system, tier } }).directories).toMatchSnapshot();
  });

  test(`costs at most $${budgetUsd}/month`, () => {
    const { estimate } = estimateCharts(blueprintFor({ platform: 'kubernetes', system, tier }));
    expect(estimate).toCostAtMost(budgetUsd);
  });
});
