import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as rds from 'aws-cdk-lib/aws-rds';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { estimate, InputError, TierCache, type TierCacheProps, TierDatabase, type TierDatabaseProps, TierStack } from '../../lib';
import { barberOps } from '../../tiers';
import { ENV, existingVpc, linesOf, ownStack } from './fixtures/components';
import { shop } from './fixtures/shop';

/** The same component inside a stack of its tier, in the same kind of VPC. */
function inTierStack(tier: 'small' | 'large'): Stack {
  const app = new App();
  const vpc = existingVpc(new Stack(app, 'Platform', { env: ENV }));
  return new TierStack(app, 'Shop', { system: shop, tier, vpc, env: ENV, imageTag: '1.4.2' });
}

describe('TierDatabase and TierCache', () => {
  it('have the billed line items that they have in a TierStack', () => {
    const { stack, vpc } = ownStack();
    new TierDatabase(stack, 'Orders', { system: shop, tier: 'large', component: 'orders', vpc });
    new TierDatabase(stack, 'Main', { system: shop, tier: 'small', component: 'database', vpc });
    new TierCache(stack, 'Sessions', { system: shop, tier: 'small', component: 'cache', vpc });
    const [small, large] = [inTierStack('small'), inTierStack('large')];
    expect(linesOf(stack, 'Orders')).toEqual(linesOf(large, 'orders'));
    expect(linesOf(stack, 'Main')).toEqual(linesOf(small, 'database'));
    expect(linesOf(stack, 'Sessions')).toEqual(linesOf(small, 'cache'));
    expect(linesOf(stack, 'Orders')).toHaveLength(7);
    expect(estimate(stack).lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
  });

  it('have the resources that they have in a TierStack', () => {
    const { stack, vpc } = ownStack();
    new TierDatabase(stack, 'database', { system: shop, tier: 'small', component: 'database', vpc });
    new TierCache(stack, 'cache', { system: shop, tier: 'small', component: 'cache', vpc });
    const own = Template.fromStack(stack).toJSON().Resources;
    const whole = Template.fromStack(inTierStack('small')).toJSON().Resources;
    const ids = Object.keys(own).filter((id) => /^(database|cache)/.test(id));
    expect(ids.length).toBeGreaterThan(8);
    // The function of the CDK that limits log retention has the role of the CDK: other functions of the stack use it too.
    for (const id of ids) if (own[id].Type !== 'Custom::LogRetention') expect(own[id], id).toEqual(whole[id]);
  });

  it('are components of their own in a construct and in a nested stack, each with its usage', () => {
    const { stack, vpc } = ownStack();
    const data = new Construct(stack, 'Data');
    new TierDatabase(data, 'Main', { system: shop, tier: 'small', component: 'database', vpc });
    new TierCache(data, 'Sessions', { system: shop, tier: 'small', component: 'cache', vpc });
    expect(linesOf(stack, 'Data/Main')).toEqual(linesOf(inTierStack('small'), 'database'));
    expect(linesOf(stack, 'Data/Sessions').length).toBeGreaterThan(2);
    const nested = new NestedStack(ownStack().stack, 'Nested');
    new TierCache(nested, 'Sessions', { system: shop, tier: 'small', component: 'cache', vpc: existingVpc(nested) });
    expect(nested.templateOptions.metadata).toMatchObject({
      'sizing-blueprints': { usage: expect.arrayContaining([expect.objectContaining({ component: 'Nested/Sessions' })]) },
    });
  });

  it('add their usage to that of a stack that declares some', () => {
    const stack = inTierStack('small') as TierStack<typeof shop>;
    const before = estimate(inTierStack('small')).monthlyUsd.mid;
    new TierCache(stack, 'Sessions', { system: shop, tier: 'small', component: 'cache', vpc: stack.vpc });
    expect(linesOf(stack, 'Sessions')).toEqual(linesOf(stack, 'cache'));
    expect(estimate(stack).monthlyUsd.mid.gt(before)).toBe(true);
  });

  it('let a function in the VPC connect', () => {
    const { stack, vpc } = ownStack();
    const database = new TierDatabase(stack, 'Orders', { system: shop, tier: 'large', component: 'orders', vpc });
    const cache = new TierCache(stack, 'Sessions', { system: shop, tier: 'small', component: 'cache', vpc });
    const report = new lambda.Function(stack, 'Report', {
      vpc,
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
    });
    database.grantConnect(report);
    cache.grantConnect(report);
    database.connections.allowDefaultPortFrom(ec2.Peer.ipv4('10.1.0.0/16'));
    const template = Template.fromStack(stack);
    const ports = Object.values(template.findResources('AWS::EC2::SecurityGroupIngress')).map(({ Properties }) => Properties.Description);
    expect(ports.sort()).toEqual(['from 10.1.0.0/16:{IndirectPort}', 'uses the cache', 'uses the database']);
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({ Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'] })]),
      },
    });
  });

  it('take the options of their kind, a key and a snapshot', () => {
    const { stack, vpc } = ownStack();
    const encryptionKey = new kms.Key(stack, 'Key');
    const common = { system: shop, tier: 'small', vpc } as const;
    const props = { highAvailability: true, readReplicas: 2, databaseStorageGib: 200, deletionProtection: false, encryptionKey } as const;
    const database = new TierDatabase(stack, 'Main', { ...common, component: 'database', ...props });
    new TierDatabase(stack, 'Restored', { ...common, component: 'database', restoreFrom: 'shop-2026-11-28' });
    new TierCache(stack, 'Sessions', { ...common, component: 'cache', cacheEngine: 'valkey', restoreFrom: 'cache-2026-11-28' });
    expect(database.replicas).toHaveLength(2);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::RDS::DBInstance', {
      MultiAZ: true,
      AllocatedStorage: '200',
      DeletionProtection: false,
      KmsKeyId: Match.anyValue(),
    });
    template.hasResourceProperties('AWS::RDS::DBInstance', { DBSnapshotIdentifier: 'shop-2026-11-28' });
    template.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', { Engine: 'valkey', SnapshotName: 'cache-2026-11-28' });
  });

  it('refuse ids that the tier does not have, and properties that they do not know', () => {
    const attempt = (props: Readonly<Record<string, unknown>>, id = 'Orders') => {
      const { stack, vpc } = ownStack();
      const given = { system: shop, tier: 'large', component: 'orders', vpc, ...props };
      return () => new TierDatabase(stack, id, given as unknown as TierDatabaseProps<typeof shop>);
    };
    expect(attempt({})).not.toThrow();
    expect(attempt({ component: 'ordres' })).toThrow(InputError);
    expect(attempt({ component: 'ordres' })).toThrow(/component: invalid value "ordres"; .*Did you mean "orders"/);
    expect(attempt({ component: 'api' })).toThrow('component: invalid value "api"; expected one of database, orders');
    expect(attempt({ tier: 'lage' })).toThrow('Did you mean "large"');
    expect(attempt({ redReplicas: 1 })).toThrow(/redReplicas: unknown key; .*Did you mean "readReplicas"/);
    expect(attempt({ platform: 'eks' })).toThrow('platform: unknown key');
    expect(attempt({ readReplicas: 99 })).toThrow('readReplicas');
    expect(attempt({}, 'Orders DB')).toThrow('id: invalid value "Orders DB"; expected letters, digits and hyphens');
    const { stack, vpc } = ownStack();
    const cache = { system: shop, tier: 'large', component: 'cache', vpc } as const;
    expect(() => new TierCache(stack, 'Sessions', cache)).toThrow(
      'component: invalid value "cache"; expected a tier with a cache: large has none',
    );
    const standby = { system: barberOps, tier: 'phase-3', component: 'database', vpc } as const;
    expect(() => new TierDatabase(stack, 'Bookings', standby)).toThrow('tier: has standby regions');
  });

  it('refuse a stack without a region, and a VPC in another one or without subnets for data stores', () => {
    const props = { system: shop, tier: 'small', component: 'cache' } as const;
    const agnostic = new Stack(new App(), 'Any');
    expect(() => new TierCache(agnostic, 'Sessions', { ...props, vpc: existingVpc(agnostic) })).toThrow(
      'env.region: stack Any has no region',
    );
    const app = new App();
    const vpc = existingVpc(new Stack(app, 'Platform', { env: { region: 'us-east-1' } }));
    const stack = new Stack(app, 'Shop', { env: ENV });
    expect(() => new TierCache(stack, 'Sessions', { ...props, vpc })).toThrow('vpc: is in "us-east-1"; expected a VPC in eu-west-1');
    const bare = ec2.Vpc.fromVpcAttributes(stack, 'Bare', { vpcId: 'vpc-1', availabilityZones: ['eu-west-1a'] });
    expect(() => new TierCache(stack, 'Sessions', { ...props, vpc: bare })).toThrow(
      'vpc: has isolated or private subnets in 0 Availability Zones',
    );
  });
});

describe('the types of single constructs', () => {
  it('know tiers, components of the kind, and parts', () => {
    expectTypeOf<TierDatabaseProps<typeof shop>['tier']>().toEqualTypeOf<'small' | 'large'>();
    expectTypeOf<TierDatabaseProps<typeof shop>['component']>().toEqualTypeOf<'database' | 'orders'>();
    expectTypeOf<TierCacheProps<typeof shop>['component']>().toEqualTypeOf<'cache'>();
    expectTypeOf<TierDatabase['instance']>().toEqualTypeOf<
      rds.DatabaseInstance | rds.DatabaseInstanceFromSnapshot | rds.DatabaseInstanceReadReplica
    >();
    expectTypeOf<TierDatabase['secret']>().toEqualTypeOf<secretsmanager.ISecret>();
    expectTypeOf<TierDatabase>().toExtend<ec2.IConnectable>();
    expectTypeOf<TierCache>().toExtend<ec2.IConnectable>();
    expectTypeOf<Parameters<TierCache['grantConnect']>[0]>().toExtend<ec2.IConnectable>();
  });
});
