import { App, Stack, Validations } from 'aws-cdk-lib';
import { CfnNatGateway } from 'aws-cdk-lib/aws-ec2';
import { describe, expect, test } from 'vitest';
import { MonthlyBudget } from '../lib/monthly-budget';
import { InputError } from '../lib/problems';

/** Somebody's own app: a NAT gateway in us-east-1 is 730 × $0.045 = $32.85 a month. */
function synthesizedWithin(usd: number | string, gateways = 1) {
  const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false });
  for (let index = 1; index <= gateways; index++) {
    const stack = new Stack(app, `Mine${index}`, { env: { region: 'us-east-1' } });
    new CfnNatGateway(stack, 'Gateway', { subnetId: 'subnet-1', connectivityType: 'private' });
  }
  const budget = new MonthlyBudget({ usd });
  Validations.of(app).addPlugins(budget);
  try {
    app.synth();
    return { budget, error: undefined };
  } catch (error) {
    return { budget, error: String(error) };
  }
}

describe('a monthly budget', () => {
  test('lets a bill up to itself pass', () => {
    const { budget, error } = synthesizedWithin('32.85');
    expect(error).toBeUndefined();
    expect(budget.exceeded).toBe(false);
  });

  test('stops a synthesis above it, and says by how much and where', () => {
    const { budget, error } = synthesizedWithin('32.84');
    expect(budget.exceeded).toBe(true);
    expect(error).toContain('$32.85 a month is above the budget of $32.84');
    expect(error).toContain('Mine1/Gateway');
  });

  test('counts the stacks of an app together, and says so once', () => {
    const { error = '' } = synthesizedWithin(60, 2);
    expect(error.split('$65.70 a month is above')).toHaveLength(2);
    expect(error).toContain('Most of it: Gateway $65.70.');
  });

  test.each([0, -1, Number.NaN, 'much', ''])('refuses %j', (usd) => {
    expect(() => new MonthlyBudget({ usd })).toThrow(InputError);
  });
});
