import { describe, expect, test } from 'vitest';
import { loadSystem } from '../../lib/answers/system-reference';
import { InputError } from '../../lib/core/problems';
import type { SystemDefinition } from '../../lib/model/tier-extension';

const API = { kind: 'service', instances: { min: 1, max: 1 }, vcpu: 1, memoryGib: 1 } as const;
const CACHE = { kind: 'cache', engine: 'redis', memoryGib: 1 } as const;
const CRM = { kind: 'external', name: 'CRM', unit: 'month', driver: 'flat', source: 'price list', asOf: '2026-11-01' } as const;
const ORDERS = {
  name: 'order',
  kind: 'event',
  usual: { amount: 1, every: 'hour' },
  demands: [{ component: 'api', resource: 'processor', amount: 1, seconds: 0.1 }],
} as const;
const LEVER = { id: 'batches', name: 'batches', value: { default: 0.5, least: 0, most: 0.6 }, source: 'a test of the team' } as const;

type Parts = Partial<Omit<SystemDefinition, 'tiers'>> & { readonly components?: SystemDefinition['tiers'][number]['components'] };

function problemsOf({ components, ...parts }: Parts): string[] {
  try {
    loadSystem({ id: 'shop', ...parts, tiers: [{ id: 'small', components: { api: API, ...components } }] } as SystemDefinition);
  } catch (error) {
    if (error instanceof InputError)
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    throw error;
  }
  return [];
}

describe('a value that contradicts another one, or a limit of the service', () => {
  test.each<[Parts, readonly unknown[]]>([
    // Amazon S3 user guide, "Constraints and considerations for transitions": at least 30 days before Standard-IA.
    [
      { components: { files: { kind: 'bucket', storageGib: 1, infrequentAccessAfterDays: 29 } } },
      ['tiers.0.components.files.infrequentAccessAfterDays: invalid value 29; expected at least 30'],
    ],
    [
      { components: { files: { kind: 'bucket', storageGib: 1, infrequentAccessAfterDays: 30.5 } } },
      ['tiers.0.components.files.infrequentAccessAfterDays: invalid value 30.5; expected a whole number'],
    ],
    // The response of SQS: "Invalid value for maxReceiveCount: 1001, valid values are from 1 to 1000 both inclusive."
    [
      { components: { jobs: { kind: 'queue', maxReceives: 1_001 } } },
      ['tiers.0.components.jobs.maxReceives: invalid value 1001; expected at most 1000'],
    ],
    [
      { components: { cache: { ...CACHE, topology: 'single' } } },
      ['tiers.0.components.cache.replicasPerShard: missing; expected 0 with topology single, or topology replicated'],
    ],
    [
      { components: { cache: { ...CACHE, topology: 'replicated', shards: 2 } } },
      ['tiers.0.components.cache.shards: invalid value 2; expected 1 with topology replicated, or topology cluster'],
    ],
    [
      { components: { crm: { ...CRM, unitPriceUsd: [20, 10] } } },
      [expect.stringMatching(/^tiers\.0\.components\.crm\.unitPriceUsd: invalid value .+; expected two numbers, the lower one first$/)],
    ],
    [
      { serviceLevels: { p50Ms: 900, p95Ms: 800, source: 'team' } },
      ['serviceLevels.p50Ms: invalid value 900; expected at most p95Ms, which is 800'],
    ],
    [
      { serviceLevels: { p50Ms: 900, p99Ms: 800, source: 'team' } },
      ['serviceLevels.p50Ms: invalid value 900; expected at most p99Ms, which is 800'],
    ],
    [
      { operations: { chats: { name: 'chat', kind: 'session', usual: { amount: 1, every: 'hour' }, demands: [] } } },
      ['operations.chats.usual.every: invalid value "hour"; expected no value: the amount of a session is the number of open ones'],
    ],
    [
      { operations: { orders: { ...ORDERS, includes: [{ operation: 'orders', times: 1 }] } } },
      ['operations.orders.includes.0.operation: invalid value "orders"; expected another operation, but the system has none'],
    ],
    [
      { operations: { orders: { ...ORDERS, usual: { amount: 1, per: 'orders' } } } },
      ['operations.orders.usual.per: invalid value "orders"; expected one of user, system'],
    ],
    [
      {
        components: { files: { kind: 'bucket', storageGib: 1 } },
        operations: { orders: ORDERS },
        levers: [{ ...LEVER, changes: [{ kind: 'demand', component: 'files' }] }],
      },
      ['levers.0.changes.0.component: invalid value "files"; expected api'],
    ],
    [
      { operations: { orders: ORDERS }, levers: [{ ...LEVER, changes: [{ kind: 'demand', component: 'api', resource: 'memory' }] }] },
      ['levers.0.changes.0.resource: invalid value "memory"; expected processor'],
    ],
  ])('%j', (parts, problems) => {
    expect(problemsOf(parts)).toEqual(problems);
  });

  test.each<Parts>([
    { components: { files: { kind: 'bucket', storageGib: 1, infrequentAccessAfterDays: 30 } } },
    { components: { jobs: { kind: 'queue', maxReceives: 1_000 } } },
    { components: { cache: { ...CACHE, topology: 'single', replicasPerShard: 0 } } },
    { components: { cache: { ...CACHE, topology: 'replicated' } } },
    { components: { crm: { ...CRM, unitPriceUsd: [10, 10] } } },
    { serviceLevels: { p50Ms: 800, p95Ms: 800, source: 'team' } },
    { operations: { chats: { name: 'chat', kind: 'session', usual: { amount: 1 }, demands: [] } } },
    { operations: { orders: ORDERS }, levers: [{ ...LEVER, changes: [{ kind: 'demand', component: 'api' }] }] },
  ])('%j is accepted', (parts) => {
    expect(problemsOf(parts)).toEqual([]);
  });
});
