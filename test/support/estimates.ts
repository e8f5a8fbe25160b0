import type { ComparedTier } from '../../lib/answers/compare';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import type { ResolvedComponent } from '../../lib/blueprint/resolved-component';
import { certain, type Interval, mapInterval } from '../../lib/core/interval';
import { Decimal, roundToCents, sumUsdIntervals, usd } from '../../lib/core/money';
import type { CostGroup, Estimate, LineItem } from '../../lib/pricing/estimate';

/** A line item whose amount is computed from the few fields that a test gives. */
export function line(given: {
  readonly component?: string;
  readonly group?: CostGroup;
  readonly kind?: LineItem['kind'];
  readonly name?: string;
  readonly state?: LineItem['state'];
  readonly basis?: LineItem['basis'];
  readonly quantity?: number | Interval;
  readonly unit?: string;
  readonly price?: string;
  readonly resource?: string | null;
  readonly type?: string;
  readonly reason?: string | null;
}): LineItem {
  const { quantity: amount = 730, price = '0.1', state = 'priced' } = given;
  const quantity = mapInterval(typeof amount === 'number' ? certain(amount) : amount, (value) => new Decimal(value));
  const billed = state === 'priced' || state === 'usage';
  const unitPriceUsd = usd(billed ? price : '0');
  return {
    resource: given.resource === undefined ? 'Resource1' : given.resource,
    component: given.component ?? 'api',
    type: given.type ?? 'AWS::EC2::Instance',
    kind: given.kind ?? 'instance-hours',
    state,
    basis: billed ? (given.basis ?? 'list') : null,
    name: given.name ?? 'Instance hours (m7g.large)',
    quantity,
    unit: given.unit ?? 'hours',
    unitPriceUsd,
    monthlyUsd: mapInterval(quantity, (value) => roundToCents(value.times(unitPriceUsd))),
    sku: billed ? 'ec2/m7g.large' : null,
    source: billed ? { name: 'a price list', asOf: '2026-07-20' } : null,
    reason: given.reason == null ? null : { kind: 'recorded', recordedKind: null, text: given.reason },
    group: given.group ?? 'compute',
  };
}

export function estimateOf(lineItems: readonly LineItem[], given: Partial<Estimate> = {}): Estimate {
  const count = (state: LineItem['state']) => lineItems.filter((item) => item.state === state).length;
  return {
    currency: 'USD',
    region: 'us-east-1',
    priceDate: '2026-07-20',
    monthlyUsd: sumUsdIntervals(lineItems.map((item) => item.monthlyUsd)),
    externalMonthlyUsd: sumUsdIntervals(lineItems.filter((item) => item.group === 'external').map((item) => item.monthlyUsd)),
    derivedShare: lineItems.some((item) => item.basis === 'derived') ? 0.04 : 0,
    resources: {
      total: lineItems.length,
      priced: count('priced'),
      usage: count('usage'),
      free: count('free'),
      unpriced: count('unpriced'),
    },
    excludesUsageOf: [],
    lineItems,
    ...given,
  };
}

const components: Readonly<Record<string, ResolvedComponent>> = {
  nodes: {
    kind: 'node-pool',
    id: 'nodes',
    instanceType: 'm7g.large',
    architecture: 'arm64',
    nodes: { min: 1, expected: 2, max: 4 },
    rootDiskGib: 30,
    publicAddresses: false,
  },
};

/** A blueprint as far as reports read it. */
export function blueprintLike(tier: string, given: Partial<Blueprint> = {}): Blueprint {
  return {
    system: { id: 'shop', name: 'Shop', source: 'a plan' },
    tier: { id: tier, description: 'someone' },
    options: {
      region: 'us-east-1',
      environment: 'dev',
      platform: 'ecs',
      compute: 'ec2',
      topology: 'managed',
      gpu: 'none',
      architecture: 'amd64',
      highAvailability: false,
      cacheEngine: 'redis',
      readReplicas: 0,
      deletionProtection: true,
    },
    stackName: 'shop-dev',
    network: {
      region: 'us-east-1',
      subnetZones: { by: 'id', zones: ['use1-az1', 'use1-az2', 'use1-az4'] },
      natGateways: 0,
      tasksHaveInterfaces: false,
    },
    components,
    idlePools: [],
    workload: {
      concurrentUsers: { low: 10, mid: 20, high: 30 },
      requestsPerSecond: { low: 1, mid: 2, high: 3 },
    },
    usage: [
      {
        component: 'api',
        key: 'logIngestGb',
        quantity: { low: 1, mid: 2, high: 3 },
        basis: { kind: 'stated', text: '2 requests/s × 1 KiB of log' },
      },
    ],
    choices: [
      {
        component: 'nodes',
        requirement: { kind: 'nodes', instances: 3, vcpu: 4, memoryGib: 8, gpus: 0, minNodes: 2, architecture: 'arm64' },
        chosen: 'm7g.large',
        because: { kind: 'cheapest', cost: { kind: 'nodes', nodes: 2, hourlyUsd: '0.0816' }, candidates: 12 },
        rejected: [{ types: ['t4g.large'], reason: { kind: 'burstable-excluded' } }],
      },
    ],
    published: {
      concurrentUsers: [10, 30],
      monthlyUsd: [30, 50],
      resources: { vcpu: [4, 4], memoryGib: [8, 8], storageGib: { from: 100, orMore: true }, operatingSystemGib: 0 },
      evidence: 'assumed',
      source: 'a plan, page 1',
    },
    parts: [{ resource: 'vcpu', unit: 'vCPU', sum: 5, published: { from: 4, to: 4, orMore: false }, isInRange: false }],
    contradictions: [
      { id: 'half-machine', about: 'cost', text: 'The plan prices half of the machine that it asks for.', tiers: [tier] },
      { id: 'one-latency', about: 'latency', text: 'One latency for all.' },
    ],
    alarms: [],
    tradeOffs: [],
    warnings: [],
    ...given,
  };
}

/** A tier of a shop with an API, a database, assumed traffic, a model API and something free. */
export function form(tier: string, hourly: string, given: Partial<Blueprint> = {}): ComparedTier {
  return {
    handled: { expectedUsers: 20, timesWorkload: 1.2, users: 24, likelihood: 0.96, moreInstances: [] },
    blueprint: blueprintLike(tier, given),
    estimate: estimateOf([
      line({ component: 'api', quantity: { low: 730, mid: 1_460, high: 2_920 }, price: hourly, name: 'Instance hours (m7g.large)' }),
      line({
        component: 'database',
        group: 'database',
        price: hourly,
        name: 'DB instance hours (db.m6g.large, Multi-AZ)',
        basis: 'derived',
      }),
      line({
        component: 'network',
        group: 'transfer',
        state: 'usage',
        resource: null,
        type: 'DataTransfer',
        name: 'Data transfer out to the internet',
        quantity: { low: 0, mid: 120.5, high: 240 },
        unit: 'GB',
        price: '0.09',
        reason: '2 requests/s × 20 KiB',
      }),
      line({
        component: 'model-api',
        group: 'external',
        state: 'usage',
        resource: null,
        type: 'External',
        name: 'Model API',
        quantity: { low: 10, mid: 20, high: 30 },
        unit: 'concurrent users',
        price: '2',
        reason: 'the plan says so',
      }),
      line({
        component: 'api',
        state: 'free',
        type: 'AWS::IAM::Role',
        resource: 'Role1',
        name: 'Role',
        quantity: 0,
        reason: 'IAM is free of charge',
      }),
    ]),
  };
}
