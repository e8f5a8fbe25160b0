import { describe, expect, test } from 'vitest';
import { atDeployment, billedAs, noCharge } from '../../lib/core/free-reason';
import { lineReason } from '../../lib/output/line-reasons';
import type { LineReason } from '../../lib/pricing/line-reason';
import type { PropertyProblem } from '../../lib/pricing/property-problem';
import type { ObjectProblem } from '../../lib/scheduling/object-problem';

const said = (reason: LineReason) => lineReason({ reason });
const POD = { cpu: 16, memoryGib: 64.004, gpus: 0 };

describe('the reason of a line, as a sentence', () => {
  test.each<[LineReason, string]>([
    [noCharge('permissions'), 'permissions have no charge'],
    [billedAs('load-balancer'), 'billed as the load balancer'],
    [atDeployment('wait-condition'), 'waits for a deployment'],
    [{ kind: 'billed-in-template', template: 'Data.template.json' }, 'its resources are billed in Data.template.json'],
    [{ kind: 'billed-as-capacity', capacity: [] }, 'runs on the instances of its cluster, billed there'],
    [{ kind: 'billed-as-capacity', capacity: ['A', 'B'] }, 'runs on the capacity of A and B, billed there'],
    [{ kind: 'shared-load-balancer', ingress: 'shop' }, 'shares the load balancer of shop, which is in the same group'],
    [{ kind: 'no-list-price', sku: 'ec2/m99.large', region: 'us-east-1' }, 'no price of ec2/m99.large in us-east-1'],
    [
      { kind: 'invalid-quantity', quantity: { low: 2, mid: 1, high: 3 }, unit: 'hours' },
      'the quantity 2, 1, 3 hours (low, mid, high) is impossible',
    ],
    [{ kind: 'unknown-type', type: 'Test::Odd' }, 'no pricer knows the type Test::Odd'],
    [
      { kind: 'unplaced-pods', count: 1, point: 'high', cause: 'no-node-type', requests: POD },
      '1 of its pods fits no node at high: no instance type that they may run on has 16 CPU, 64 GiB',
    ],
    [
      { kind: 'unplaced-pods', count: 2, point: 'low', cause: 'no-node-type', requests: { ...POD, gpus: 1 } },
      '2 of its pods fit no node at low: no instance type that they may run on has 16 CPU, 64 GiB and 1 GPU',
    ],
    [
      { kind: 'unplaced-pods', count: 2, point: 'mid', cause: 'no-zone', requests: POD },
      '2 of its pods fit no node at mid: no zone satisfies their affinities',
    ],
    [{ kind: 'unknown-storage', problem: { kind: 'unknown-driver' } }, 'the prices of its volume type are unknown'],
    [
      { kind: 'external-service', quantity: '20', unit: 'users', lowUsd: '1', highUsd: '2' },
      '20 users at the expected load, 1 to 2 USD each',
    ],
  ])('%j', (reason, sentence) => {
    expect(said(reason)).toBe(sentence);
  });

  test('a maximum names each source once', () => {
    const once = { kind: 'declared-usage', basis: { kind: 'stated', text: 'a test' } } as const;
    expect(said({ kind: 'maximum', of: [once, once, { kind: 'no-usage-declared', key: 'storedGb' }] })).toBe(
      'the maximum of: a test; no usage declared (storedGb)',
    );
  });
});

describe('the problem of a property, as a sentence', () => {
  test.each<[PropertyProblem, string]>([
    [{ kind: 'missing', property: 'Iops', of: 'io1' }, 'Iops is missing, and it decides the price of io1'],
    [
      { kind: 'invalid', property: 'Iops', shown: '"many"', expected: 'number' },
      'Iops decides the price and is not a number of at least 0: "many"',
    ],
    [
      { kind: 'known-at-deployment', property: 'InstanceType', shown: '{"Ref":"Type"}' },
      'InstanceType decides the price and is known only at deployment: {"Ref":"Type"}; if Type is a parameter, add --parameter Type=<value>',
    ],
    [
      { kind: 'unlisted-value', property: 'Tenancy', value: 'host', known: 'shared-tenancy' },
      'Tenancy is host: only prices of shared tenancy are known',
    ],
    [
      { kind: 'unknown-vcpu', resource: 'Db', instanceClass: 'db.x9.large', decides: 'proxy' },
      'DBInstanceClass of Db is db.x9.large, whose vCPU decide the price and are not known',
    ],
    [
      { kind: 'chosen-by-aws', property: 'ComputeConfig', by: 'eks-auto-mode' },
      'ComputeConfig: EKS Auto Mode chooses the instances, so the price is unknown',
    ],
    [
      { kind: 'unknown-chart', chart: null },
      'the resources of the chart of an asset are unknown: volumes and load balancers would have a charge',
    ],
  ])('%j', (problem, sentence) => {
    expect(said({ kind: 'unreadable-property', problem })).toBe(sentence);
  });
});

describe('the problem of an object, as a sentence', () => {
  test.each<[ObjectProblem, string]>([
    [
      { kind: 'of-part', part: 'mongos', problem: { kind: 'no-requests', container: 'mongos', resources: ['cpu', 'memory'] } },
      'mongos: container mongos requests no cpu and no memory, so its needs are unknown',
    ],
    [
      { kind: 'size-not-offered', type: 'st1', sizeGib: 10, least: 125, most: 16384 },
      'it requests a volume of 10 GiB, and st1 volumes have 125 to 16,384 GiB',
    ],
    [{ kind: 'not-whole', amount: 'pods', value: 2.5 }, 'the number of pods is 2.5, not a whole number'],
    [
      { kind: 'unknown-load-balancer-class', className: 'metallb.io/layer2' },
      'the load balancer that class metallb.io/layer2 creates for a Service is unknown',
    ],
    [{ kind: 'unknown-gateway-class', className: 'edge' }, 'the load balancer that class edge creates for a Gateway is unknown'],
  ])('%j', (problem, sentence) => {
    expect(said({ kind: 'unreadable-object', problem })).toBe(sentence);
  });
});
