import 'sizing-blueprints/testing/vitest';
import { App } from 'aws-cdk-lib';
import { estimate } from 'sizing-blueprints';
import { matchersWith } from 'sizing-blueprints/testing';
import { describe, expect, Snapshots, test } from 'vitest';
import { shopStages } from './stages';

expect.extend(matchersWith(Snapshots));

const BUDGET_USD = { staging: 300, production: 700 };

// The CDK validates templates when the app is synthesized; here that would only take time.
const stages = shopStages(new App({ builtinCloudFormationValidation: false }));

describe.each(['staging', 'production'] as const)('%s', (stage) => {
  // To accept a change: npx vitest run -u
  test('has the template of its snapshot', () => {
    expect(stages[stage]).toMatchTierSnapshot();
  });

  test('costs at most its budget', () => {
    expect(estimate(stages[stage])).toCostAtMost(BUDGET_USD[stage]);
  });
});
