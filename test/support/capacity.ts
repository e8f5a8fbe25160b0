import type { Candidate, CostOf } from '../../lib/capacity/recommend/candidate';
import type { CapacityForm, ResourceSupply } from '../../lib/capacity/supply';
import { certain } from '../../lib/core/interval';
import type { Component } from '../../lib/model/component';
import type { SystemInput, TierInput } from '../../lib/model/inputs';
import type { Resource } from '../../lib/model/resource';
import { System } from '../../lib/model/system';

const SOURCE = 'a test';
const because = 'written for a test';

function tier(id: string): TierInput {
  const component: Component = { kind: 'bucket', storageGib: 1 };
  const service: TierInput['components'][string] = {
    kind: 'service',
    instances: { min: 1, max: 1 },
    vcpu: 1,
    memoryGib: 1,
    uses: [],
  };
  return {
    id,
    description: 'tests',
    components: { api: service, files: component, store: { kind: 'database', engine: 'postgres', vcpu: 1, memoryGib: 4, storageGib: 20 } },
    network: { natGateways: 0 },
    highAvailability: false,
    workload: { concurrentUsers: 100, requestsPerSecond: 10 },
    published: { concurrentUsers: [50, 100], evidence: 'assumed', source: SOURCE },
  };
}

const input: SystemInput = {
  id: 'shop',
  name: 'Shop',
  source: SOURCE,
  traffic: {
    averageToPeak: { value: 0.2, reason: because },
    responseKib: { value: 1, reason: because },
    requestKib: { value: 1, reason: because },
    interZoneKibPerRequest: { value: 1, reason: because },
    logKibPerRequest: { value: 1, reason: because },
    externalKibPerRequest: { value: 1, reason: because },
    requestsPerConnection: { value: 1, reason: because },
    backupShare: { value: 1, reason: because },
    logRetentionDays: { value: 1, reason: because },
  },
  contradictions: [],
  thresholds: [
    { resource: 'processor', share: 0.5, source: SOURCE },
    { resource: 'memory', share: 0.8, source: SOURCE },
    { resource: 'connections', share: 1, source: SOURCE },
    { resource: 'storage', share: 0.5, source: SOURCE },
  ],
  baseLoads: [{ component: 'api', resource: 'memory', amount: 100, source: SOURCE }],
  operations: {
    // 100 users who each send one request in 10 seconds: 10 a second, of 50 ms each on a core.
    requests: {
      name: 'request',
      kind: 'event',
      counts: 'http-requests',
      usual: { amount: 6, every: 'minute', source: SOURCE },
      seconds: { amount: 0.2, source: SOURCE },
      demands: [
        { component: 'api', resource: 'processor', amount: 1, seconds: 0.05, source: SOURCE },
        { component: 'store', resource: 'connections', amount: 1, source: SOURCE },
        { component: 'store', resource: 'processor', amount: 1, seconds: 0.01, readOnly: true, source: SOURCE },
      ],
    },
    // A tenth of the requests is an order, and one order in ten more a request.
    orders: {
      name: 'order',
      kind: 'event',
      usual: { amount: 0.01, per: 'user', source: SOURCE },
      seconds: { amount: 1, source: SOURCE },
      includes: [{ operation: 'requests', times: 2, source: SOURCE }],
      demands: [
        { component: 'store', resource: 'processor', amount: 1, seconds: 0.1, source: SOURCE },
        { component: 'store', resource: 'storage', amount: 0.5, source: SOURCE },
      ],
    },
    carts: {
      name: 'open cart',
      kind: 'session',
      usual: { amount: 0.5, source: SOURCE },
      demands: [{ component: 'api', resource: 'memory', amount: 2, source: SOURCE }],
    },
  },
  tiers: [tier('one'), tier('two')],
};

export const shop = System.parse(input);
export const shopInput = input;

export function supplyOf(component: string, resource: Resource, amount: number, changes: Partial<ResourceSupply> = {}): ResourceSupply {
  return {
    component,
    resource,
    part: 'primary',
    perInstance: certain(amount),
    instances: { min: 1, max: 1 },
    workersPerInstance: 1,
    evidence: 'modelled',
    basis: { kind: 'stated', source: because },
    ...changes,
  };
}

/** The shop with a number of cores at the API. Everything else is sized for 20 cores. */
export function shopForm(cores: number, supplies: readonly ResourceSupply[] = []): CapacityForm {
  return {
    tier: 'one',
    components: ['api', 'files', 'store'],
    externals: [],
    withoutLimit: [{ component: 'files', reason: { kind: 'stated', reason: 'a bucket in a test' } }],
    supplies: [
      ...supplies,
      supplyOf('api', 'processor', 1, { instances: { min: 1, max: cores } }),
      supplyOf('api', 'memory', 1_000, { instances: { min: 1, max: cores } }),
      supplyOf('store', 'connections', 20),
      supplyOf('store', 'processor', 8),
      supplyOf('store', 'storage', 20_480),
    ],
  };
}

export function candidateOf(tierId: string, rank: number, form: CapacityForm, changes: Partial<Candidate> = {}): Candidate {
  return { tier: tierId, rank, options: {}, extras: {}, form: { ...form, tier: tierId }, ...changes };
}

/** A price list: the dollars of the tier of each candidate. */
export function priceList(prices: Readonly<Record<string, number>>): CostOf {
  return ({ tier: id, extras }) => certain((prices[id] ?? 0) + 10 * Object.values(extras).reduce((sum, count) => sum + count, 0));
}
