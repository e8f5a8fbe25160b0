import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { CfnNatGateway } from 'aws-cdk-lib/aws-ec2';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, test } from 'vitest';
import { declareUsage } from '../../lib/cdk/declare-usage';
import { MonthlyBudget } from '../../lib/cdk/monthly-budget';
import { InputError } from '../../lib/core/problems';

/** A CDK app without tiers: a NAT gateway in us-east-1 costs 730 h × $0.045/h = $32.85/month. */
function synthesizedWithin(usd: number | string, gateways = 1) {
  const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false });
  for (let index = 1; index <= gateways; index++) {
    const stack = new Stack(app, `Shop${index}`, { env: { region: 'us-east-1' } });
    new CfnNatGateway(stack, 'Gateway', { subnetId: 'subnet-1', connectivityType: 'private' });
  }
  const budget = new MonthlyBudget({ budget: usd });
  Validations.of(app).addPlugins(budget);
  try {
    app.synth();
    return { budget, error: undefined };
  } catch (error) {
    return { budget, error: String(error) };
  }
}

describe('MonthlyBudget', () => {
  test('passes an estimate that equals the budget', () => {
    const { budget, error } = synthesizedWithin('32.85');
    expect(error).toBeUndefined();
    expect(budget.violated).toBe(false);
  });

  test('fails synthesis above the budget, with the cost and the most expensive resource', () => {
    const { budget, error } = synthesizedWithin('32.84');
    expect(budget.violated).toBe(true);
    expect(error).toContain('$32.85/month is above the budget of $32.84/month');
    expect(error).toContain('Shop1/Gateway');
  });

  test('adds up the stacks of an app and reports one violation', () => {
    const { error = '' } = synthesizedWithin(60, 2);
    expect(error.split('$65.70/month is above')).toHaveLength(2);
    expect(error).toContain('Largest components: Gateway $65.70.');
  });

  describe('with an unpriced resource', () => {
    // No pricer has the type: types outside of the namespace `AWS` belong to other providers.
    function appWithin(allowUnpriced?: readonly string[]) {
      const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false });
      const stack = new Stack(app, 'Shop', { env: { region: 'us-east-1' } });
      new CfnResource(stack, 'Orders', { type: 'Example::Shop::Orders' });
      const budget = new MonthlyBudget({ budget: 1, ...(allowUnpriced === undefined ? {} : { allowUnpriced }) });
      Validations.of(app).addPlugins(budget);
      try {
        app.synth();
        return { budget, error: undefined };
      } catch (error) {
        return { budget, error: String(error) };
      }
    }

    test('fails and names the resource', () => {
      const { budget, error } = appWithin();
      expect(budget.violated).toBe(true);
      expect(error).toContain('The budget of $1.00/month cannot be checked: 1 resource is unpriced. Shop/Orders (Example::Shop::Orders)');
    });

    test.each(['Example::Shop::Orders', 'Orders', 'Shop/Orders', 'Shop'])('passes when allowUnpriced names %s', (allowed) => {
      const { budget, error } = appWithin([allowed]);
      expect(error).toBeUndefined();
      expect(budget.violated).toBe(false);
    });

    test.each(['AWS::SQS::Queue', 'Shop/Order', 'shop'])('fails when allowUnpriced names only %s', (allowed) => {
      expect(appWithin([allowed]).budget.violated).toBe(true);
    });
  });

  describe('with usage that no template contains', () => {
    function appWithin(requireUsage?: boolean, isDeclared = false) {
      const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false });
      const stack = new Stack(app, 'Shop', { env: { region: 'us-east-1' } });
      const orders = new CfnQueue(stack, 'Orders');
      if (isDeclared) declareUsage(orders, { queueRequests: 1_000_000, internetOutGb: 0, interZoneGb: 0, interRegionGb: 0 });
      const budget = new MonthlyBudget({ budget: 1, ...(requireUsage === undefined ? {} : { requireUsage }) });
      Validations.of(app).addPlugins(budget);
      try {
        app.synth();
        return { budget, error: undefined };
      } catch (error) {
        return { budget, error: String(error) };
      }
    }

    test('passes by default', () => {
      expect(appWithin().error).toBeUndefined();
    });

    test('fails with requireUsage, and names the resource', () => {
      const { budget, error } = appWithin(true);
      expect(budget.violated).toBe(true);
      expect(error).toContain('The budget of $1.00/month cannot be checked: the total excludes usage. Shop/Orders (AWS::SQS::Queue)');
    });

    // A standard queue costs $0.40 per million requests in us-east-1: within the budget.
    test('passes with requireUsage when the usage is declared', () => {
      expect(appWithin(true, true).error).toBeUndefined();
    });
  });

  test.each([0, -1, Number.NaN, 'much', ''])('rejects the budget %j', (usd) => {
    expect(() => new MonthlyBudget({ budget: usd })).toThrow(InputError);
  });
});
