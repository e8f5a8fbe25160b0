import { App } from 'aws-cdk-lib';
import { estimate, TierStack } from 'sizing-blueprints';
import { matchersWith } from 'sizing-blueprints/testing';
import { expect, Snapshots, test } from 'vitest';
import { blog } from './sizing.config.js';

expect.extend(matchersWith(Snapshots));

// The CDK validates templates when the app is synthesized; here that would only take time.
const app = new App({ builtinCloudFormationValidation: false });
const stack = new TierStack(app, 'Blog', { system: blog, tier: 'small', region: 'us-east-1', imageTag: '2.0.1' });

// To accept a change: npx vitest run -u
test('the small tier', () => {
  expect(stack).toMatchTierSnapshot();
  expect(estimate(stack)).toCostAtMost(250);
});
