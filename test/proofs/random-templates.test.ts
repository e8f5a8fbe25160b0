import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { priceTemplates } from '../../lib/answers/price-templates';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { sumUsd } from '../../lib/core/money';
import type { Estimate } from '../../lib/pricing/estimate';

/** The same templates in every run: a failure can be repeated. */
const SEED = 20_261_128;
const RUNS = inject('scope') === 'all' ? 6_000 : 200;

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

function resource(type: string, properties: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Resource> {
  return fc.record({ Type: fc.constant(type), Properties: fc.record(properties, { requiredKeys: [] }) });
}

const oneOf = (...values: readonly unknown[]) => fc.constantFrom(...values);
/** Numbers as templates have them: exact, as strings, out of range, or absent. */
const amount = (max: number) =>
  fc.oneof(fc.integer({ min: 0, max }), fc.integer({ min: 0, max }).map(String), oneOf(-1, 1e308, 'many', null));
const reference = oneOf({ Ref: 'Nothing' }, { 'Fn::GetAtt': ['Nothing', 'Arn'] });

/** Resources of different services that do not refer to each other, so that a template can be split anywhere. */
const RESOURCES: fc.Arbitrary<Resource> = fc.oneof(
  resource('AWS::EC2::Instance', { InstanceType: oneOf('m5.large', 't3a.medium', 'g5.xlarge', 'x99.mega', { Ref: 'Size' }) }),
  resource('AWS::EC2::Volume', {
    Size: amount(20_000),
    VolumeType: oneOf('gp2', 'gp3', 'io2', 'st1', 'odd'),
    Iops: amount(64_000),
    Throughput: amount(1_000),
  }),
  resource('AWS::EC2::NatGateway', { SubnetId: reference }),
  resource('AWS::EC2::EIP', {}),
  resource('AWS::RDS::DBInstance', {
    Engine: oneOf('mysql', 'postgres', 'mariadb', 'oracle-ee', undefined),
    DBInstanceClass: oneOf('db.m6g.large', 'db.t4g.micro', 'db.odd.large'),
    AllocatedStorage: amount(65_536),
    StorageType: oneOf('gp3', 'gp2', 'io1'),
    MultiAZ: oneOf(true, false, 'true', 'false'),
  }),
  resource('AWS::ElastiCache::ReplicationGroup', {
    CacheNodeType: oneOf('cache.t4g.medium', 'cache.r6g.large', 'cache.odd'),
    NumNodeGroups: amount(10),
    ReplicasPerNodeGroup: amount(5),
    Engine: oneOf('redis', 'valkey'),
  }),
  resource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: oneOf('application', 'network', 'gateway') }),
  resource('AWS::S3::Bucket', {}),
  resource('AWS::SQS::Queue', { FifoQueue: oneOf(true, false) }),
  resource('AWS::SecretsManager::Secret', {}),
  resource('AWS::Logs::LogGroup', { RetentionInDays: amount(365) }),
  resource('AWS::KMS::Key', {}),
  resource('AWS::IAM::Role', {}),
  resource('AWS::Lambda::Function', { MemorySize: amount(10_240) }),
  resource('AWS::Odd::Thing', { Size: amount(10) }),
);

const RESOURCE_LISTS = fc.array(RESOURCES, { minLength: 2, maxLength: 12 });

/** Entries of a template, by logical ids that stay with their resource. */
type Entries = readonly (readonly [id: string, resource: Resource])[];

function entriesOf(resources: readonly Resource[]): Entries {
  return resources.map((each, index) => [`R${index}`, each] as const);
}

function estimateOf(...stacks: readonly Entries[]): Estimate {
  const templates = stacks.map((entries, index) => templateFrom({ Resources: Object.fromEntries(entries) }, `stack-${index}`, 'us-east-1'));
  return priceTemplates(templates, 'us-east-1');
}

/** Lines that stand for a resource, in an order that does not depend on the template. */
function resourceLines({ lineItems }: Estimate): readonly string[] {
  return lineItems.flatMap((line) => (line.resource === null ? [] : [JSON.stringify(line)])).sort();
}

function amounts({ monthlyUsd: { low, mid, high } }: Estimate): readonly string[] {
  return [low, mid, high].map((usd) => usd.toFixed(2));
}

function check(property: (resources: readonly Resource[]) => void): void {
  fc.assert(fc.property(RESOURCE_LISTS, property), { seed: SEED, numRuns: RUNS });
}

describe(`the estimates of ${RUNS} random templates`, () => {
  it('are the sums of their lines, and no amount is negative', () => {
    check((resources) => {
      const { lineItems, monthlyUsd } = estimateOf(entriesOf(resources));
      for (const point of ['low', 'mid', 'high'] as const) {
        expect(monthlyUsd[point].toFixed(2)).toBe(sumUsd(lineItems.map((line) => line.monthlyUsd[point])).toFixed(2));
      }
      expect(lineItems.filter((line) => line.monthlyUsd.low.isNegative() || !line.monthlyUsd.high.isFinite())).toEqual([]);
    });
  });

  it('count every resource once, in one state', () => {
    check((resources) => {
      const { resources: counts } = estimateOf(entriesOf(resources));
      expect(counts.total).toBe(resources.length);
      expect(counts.priced + counts.usage + counts.free + counts.unpriced).toBe(counts.total);
    });
  });

  it('do not depend on the order of the resources', () => {
    check((resources) => {
      const entries = entriesOf(resources);
      const [forward, backward] = [estimateOf(entries), estimateOf([...entries].reverse())];
      expect(amounts(backward)).toEqual(amounts(forward));
      expect(resourceLines(backward)).toEqual(resourceLines(forward));
    });
  });

  it('are the same when the template is split into two stacks', () => {
    check((resources) => {
      const entries = entriesOf(resources);
      const half = Math.ceil(entries.length / 2);
      expect(amounts(estimateOf(entries.slice(0, half), entries.slice(half)))).toEqual(amounts(estimateOf(entries)));
    });
  });
});
