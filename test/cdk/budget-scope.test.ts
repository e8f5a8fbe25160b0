import { App, CfnCondition, CfnParameter, CfnResource, Fn, Stack, Stage, Tags, Validations } from 'aws-cdk-lib';
import { CfnNatGateway } from 'aws-cdk-lib/aws-ec2';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { describe, expect, test, vi } from 'vitest';
import { declareUsage } from '../../lib/cdk/declare-usage';
import { MonthlyBudget } from '../../lib/cdk/monthly-budget';
import type { MonthlyBudgetProps } from '../../lib/cdk/monthly-budget-props';

/** Each NAT gateway in us-east-1 costs 730 h × $0.045/h = $32.85/month. Source: Amazon VPC pricing. */
function gateway(scope: Construct, id: string, team?: string): CfnNatGateway {
  const created = new CfnNatGateway(scope, id, { subnetId: 'subnet-1', connectivityType: 'private' });
  if (team !== undefined) Tags.of(created).add('team', team);
  return created;
}

function stackIn(scope: Construct, id: string, stackName?: string): Stack {
  return new Stack(scope, id, { env: { region: 'us-east-1' }, ...(stackName !== undefined && { stackName }) });
}

/** Synthesizes an app with a plugin for each budget. Returns the error of the CDK and the metadata of each report. */
function synthesized(build: (app: App) => void, ...budgets: readonly MonthlyBudgetProps[]) {
  const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false });
  build(app);
  const plugins = budgets.map((props) => new MonthlyBudget(props));
  const calls = plugins.map((plugin) => vi.spyOn(plugin, 'validate'));
  Validations.of(app).addPlugins(...plugins);
  let error = '';
  try {
    app.synth();
  } catch (thrown) {
    error = String(thrown);
  }
  const metadata = calls.map(({ mock }) => (mock.results[0]?.type === 'return' ? mock.results[0].value.metadata : undefined));
  return { error, metadata, violated: plugins.map((plugin) => plugin.violated) };
}

describe('a budget of a stack', () => {
  /** One gateway in Shop, two in the stack Search of the stage Prod: $32.85 and $65.70. */
  function twoStacks(app: App) {
    gateway(stackIn(app, 'Shop', 'online-shop'), 'Gateway');
    const search = stackIn(new Stage(app, 'Prod'), 'Search');
    gateway(search, 'First');
    gateway(search, 'Second');
  }

  test.each([
    ['the stack name', 'online-shop', '32.85'],
    ['the construct path', 'Prod/Search', '65.70'],
    ['the name of a stack in a stage', 'Prod-Search', '65.70'],
    ['the path of a stage', 'Prod', '65.70'],
  ])('counts the stack with %s', (_, stack, budget) => {
    const above = String(Number(budget) - 0.01);
    const { error, violated } = synthesized(twoStacks, { stack, budget }, { stack, budget: above });
    expect(violated).toEqual([false, true]);
    expect(error).toContain(`$${budget}/month is above the budget of $${Number(above).toFixed(2)}/month for the stack ${stack}.`);
  });

  test('fails for a stack that the app does not have', () => {
    expect(synthesized(twoStacks, { stack: 'Prod/Serch', budget: 1000 }).error).toContain(
      'The app has no stack Prod/Serch. Did you mean Prod/Search?',
    );
  });

  test('contains the estimate of each stack in the report, the most expensive first', () => {
    const { error, metadata } = synthesized(twoStacks, { budget: 90 });
    expect(error).toContain(
      'Estimate: low $98.55, mid $98.55, high $98.55. By stack: Prod/Search: low $65.70, mid $65.70, high $65.70; Shop: low $32.85, mid $32.85, high $32.85.',
    );
    expect(metadata).toEqual([
      {
        estimate: 'low $98.55, mid $98.55, high $98.55',
        // The data that each of the three gateways processes, and the data transfer of each of the two stacks.
        excludes: 'usage of 5 items that no template declares',
        'stack Prod/Search': 'low $65.70, mid $65.70, high $65.70',
        'stack Shop': 'low $32.85, mid $32.85, high $32.85',
      },
    ]);
  });

  test('has the cheapest deployment as the low end', () => {
    const { metadata } = synthesized(
      (app) => {
        const stack = stackIn(app, 'Shop');
        const answer = new CfnParameter(stack, 'WithGateway');
        gateway(stack, 'Gateway').cfnOptions.condition = new CfnCondition(stack, 'HasGateway', {
          expression: Fn.conditionEquals(answer.valueAsString, 'yes'),
        });
      },
      { budget: 100 },
    );
    expect(metadata[0]?.estimate).toBe('low $0.00, mid $32.85, high $32.85');
  });
});

describe('a budget of a tag', () => {
  function tagged(app: App) {
    gateway(stackIn(app, 'Shop'), 'Gateway', 'checkout');
    const search = stackIn(app, 'Search');
    gateway(search, 'First', 'search');
    gateway(search, 'Second', 'search');
    gateway(search, 'Third');
  }

  test('counts the resources with the tag', () => {
    const { error, violated } = synthesized(
      tagged,
      { tag: { team: 'search' }, budget: '65.70' },
      { tag: { team: 'search' }, budget: '65.69' },
      { tag: { team: 'checkout' }, budget: '32.85' },
    );
    expect(violated).toEqual([false, true, false]);
    expect(error).toContain('$65.70/month is above the budget of $65.69/month for resources with the tag team=search.');
  });

  test('needs all tags', () => {
    const build = (app: App) => {
      const stack = stackIn(app, 'Shop');
      gateway(stack, 'First', 'search');
      Tags.of(gateway(stack, 'Second', 'search')).add('stage', 'prod');
    };
    const { violated } = synthesized(build, { tag: { team: 'search', stage: 'prod' }, budget: '32.85' });
    expect(violated).toEqual([false]);
  });

  test('fails when no resource has the tag', () => {
    expect(synthesized(tagged, { tag: { team: 'serch' }, budget: 1000 }).error).toContain(
      'The budget of $1000.00/month for resources with the tag team=serch cannot be checked: no resource has the tag.',
    );
  });

  test('fails when the tag is known only at deployment', () => {
    const build = (app: App) => {
      const stack = stackIn(app, 'Shop');
      gateway(stack, 'First', 'search');
      gateway(stack, 'Second', new CfnParameter(stack, 'Team').valueAsString);
    };
    const budget = { tag: { team: 'search' }, budget: 1000 };
    expect(synthesized(build, budget).error).toContain(
      'cannot be checked: the tags are known only at deployment. Shop/Second (AWS::EC2::NatGateway).',
    );
    const acknowledge = [{ resource: 'Shop/Second', reason: 'the team of the tenant' }];
    expect(synthesized(build, { ...budget, budget: '32.85', acknowledge }).violated).toEqual([false]);
  });

  test('fails for an unpriced resource with the tag, and for no other', () => {
    const build = (app: App) => {
      const stack = stackIn(app, 'Shop');
      gateway(stack, 'Gateway', 'search');
      const properties = { Tags: [{ Key: 'team', Value: 'orders' }] };
      new CfnResource(stack, 'Orders', { type: 'Example::Shop::Orders', properties });
    };
    const { error, violated } = synthesized(build, { tag: { team: 'search' }, budget: 50 }, { tag: { team: 'orders' }, budget: 50 });
    expect(violated).toEqual([false, true]);
    expect(error).toContain('1 resource is unpriced. Shop/Orders (Example::Shop::Orders)');
  });
});

// The CDK ignores a violation that names neither a resource nor a construct.
test('a budget that only charges without a resource exceed fails the synthesis', () => {
  const build = (app: App) => declareUsage(new CfnQueue(stackIn(app, 'Shop'), 'Orders'), { queueRequests: 0, internetOutGb: 1100 });
  // The first 100 GB are free: 1,000 GB × $0.09/GB. Source: Amazon EC2 pricing, data transfer.
  expect(synthesized(build, { budget: 89 }).error).toContain('$90.00/month is above the budget of $89.00/month');
});

describe('an acknowledgement', () => {
  /** $65.70 and an unpriced resource. */
  function withUnpriced(app: App) {
    const stack = stackIn(app, 'Shop');
    gateway(stack, 'First');
    gateway(stack, 'Second');
    new CfnResource(stack, 'Orders', { type: 'Example::Shop::Orders' });
  }
  const orders = { resource: 'Shop/Orders', reason: 'billed by the vendor' };

  test('excludes an unpriced resource and a known cost, and the report has the reasons', () => {
    const second = { resource: 'Second', reason: 'needed until the move in March' };
    const { violated, metadata } = synthesized(withUnpriced, { budget: '32.85', acknowledge: [orders, second] });
    expect(violated).toEqual([false]);
    expect(metadata[0]).toEqual({
      estimate: 'low $32.85, mid $32.85, high $32.85',
      excludes: 'usage of 2 items that no template declares',
      'stack Shop': 'low $32.85, mid $32.85, high $32.85',
      'acknowledged Shop/Orders': 'billed by the vendor',
      'acknowledged Second': 'needed until the move in March',
    });
  });

  test('does not excuse the other resources', () => {
    expect(synthesized(withUnpriced, { budget: '65.69', acknowledge: [orders] }).error).toContain('$65.70/month is above');
  });

  test('is a violation when it matches nothing', () => {
    const stale = { resource: 'Shop/Ordres', reason: 'billed by the vendor' };
    expect(synthesized(withUnpriced, { budget: 100, acknowledge: [orders, stale] }).error).toContain(
      'No resource of the budget with a cost has this logical id or construct path: Shop/Ordres.',
    );
  });
});

test('reports all problems of its properties at once', () => {
  const props = { budget: 0, stack: '', tag: {}, tags: { team: 'search' }, acknowledge: [{ resource: '', reason: 'known cost' }] };
  expect(() => new MonthlyBudget(props)).toThrow(
    expect.objectContaining({
      problems: ['tags', 'budget', 'stack', 'tag', 'acknowledge[0].resource', 'acknowledge[0].reason'].map((path) =>
        expect.objectContaining({ path }),
      ),
    }),
  );
});
