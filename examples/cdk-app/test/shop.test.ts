import 'sizing-blueprints/testing/vitest';
import { App } from 'aws-cdk-lib';
import { estimate } from 'sizing-blueprints';
import { matchersWith } from 'sizing-blueprints/testing';
import { describe, expect, Snapshots, test } from 'vitest';
import { shopStacks } from '../stacks';

expect.extend(matchersWith(Snapshots));

describe.each([
  { tier: 'small', budgetUsd: 300 },
  { tier: 'large', budgetUsd: 900 },
] as const)('tier $tier', ({ tier, budgetUsd }) => {
  // The CDK validates templates when the app is synthesized; here that would only take time.
  const { shopStack, reports } = shopStacks(new App({ builtinCloudFormationValidation: false }), tier);

  // To accept a change: npx vitest run -u
  test('has the templates of its snapshots', () => {
    expect(shopStack).toMatchTierSnapshot();
    expect(reports).toMatchTierSnapshot();
  });

  test(`costs at most $${budgetUsd}/month`, () => {
    expect(estimate(shopStack)).toCostAtMost(budgetUsd);
  });
});
