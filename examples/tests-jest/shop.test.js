const { App } = require('aws-cdk-lib');
const { estimate, loadDefinition, TierStack } = require('sizing-blueprints');
const { matchersWith } = require('sizing-blueprints/testing');
const snapshots = require('jest-snapshot');

expect.extend(matchersWith(snapshots));

const [system] = loadDefinition(`${__dirname}/sizing.json`).systems;

// The CDK validates templates when the app is synthesized; here that would only take time.
const app = new App({ builtinCloudFormationValidation: false });
const stack = new TierStack(app, 'Shop', { system, tier: 'small', region: 'us-east-1', imageTag: '1.4.2' });

// To accept a change: npx jest -u
test('the small tier has the template of its snapshot', () => {
  expect(stack).toMatchTierSnapshot();
});

test('the small tier costs at most $300/month', () => {
  expect(estimate(stack)).toCostAtMost(300);
});

test('an app can be estimated more than once', () => {
  const totals = [1, 2, 3].map(() => estimate(app).monthlyUsd.mid.toFixed(2));
  expect(new Set(totals)).toEqual(new Set([estimate(stack).monthlyUsd.mid.toFixed(2)]));
});
