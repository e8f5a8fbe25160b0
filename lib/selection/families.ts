import type { Offer } from '../catalog/offer';
import { isBurstable } from '../core/burstable';

/**
 * Candidate families: current ones that all regions have, and general enough for services and data stores. Types of other
 * families are rejected with that reason.
 */
const GENERAL_COMPUTE = [
  'c5',
  'c5a',
  'c6a',
  'c6i',
  'c6g',
  'c7a',
  'c7i',
  'c7g',
  'c8g',
  'm5',
  'm5a',
  'm6a',
  'm6i',
  'm6g',
  'm7a',
  'm7i',
  'm7g',
  'm8g',
  'r5',
  'r5a',
  'r6a',
  'r6i',
  'r6g',
  'r7a',
  'r7i',
  'r7g',
  'r8g',
];

const GPU_COMPUTE = ['g4dn', 'g5', 'g6', 'p4d', 'p4de'];

const BURSTABLE_COMPUTE = ['t3', 't3a', 't4g'];

/** Families that RDS runs MySQL 8.4, MariaDB 11 and PostgreSQL 17 on, and that ElastiCache runs current engines on. */
const DATA_STORE = ['m5', 'm6g', 'm6i', 'm7g', 'r5', 'r6g', 'r6i', 'r7g'];

const BURSTABLE_DATA_STORE = ['t3', 't4g'];

/** Instance families that are candidates, by service. */
export const OFFERED_FAMILIES = {
  compute: new Set([...GENERAL_COMPUTE, ...BURSTABLE_COMPUTE, ...GPU_COMPUTE]),
  dataStore: new Set([...DATA_STORE, ...BURSTABLE_DATA_STORE]),
} as const;

/** `c5.xlarge`, `db.m6g.large` and `cache.r6g.large` are of the families `c5`, `m6g` and `r6g`. */
export function familyOf(instanceType: string): string {
  const last = instanceType.lastIndexOf('.');
  const first = instanceType.indexOf('.');
  if (last < 0) return instanceType;
  return first === last ? instanceType.slice(0, first) : instanceType.slice(first + 1, last);
}

/**
 * Share of its vCPUs that a burstable size can use continuously. Above it, unlimited mode charges for surplus credits.
 * Source: Amazon EC2 user guide, "Key concepts for burstable performance instances", table of T2, T3, T3a and T4g.
 */
const BASELINE_SHARE_BY_SIZE: Readonly<Record<string, number>> = {
  nano: 0.05,
  micro: 0.1,
  small: 0.2,
  medium: 0.2,
  large: 0.3,
  xlarge: 0.4,
  '2xlarge': 0.4,
};

/** T2 types whose share differs from that of their size. */
const BASELINE_SHARE_BY_TYPE: Readonly<Record<string, number>> = { 't2.xlarge': 0.225, 't2.2xlarge': 0.17 };

/** Baseline of a burstable type as a share of its vCPU; 1 for other types. */
export function baselineShare(instanceType: string): number {
  if (!isBurstable(instanceType)) return 1;
  return BASELINE_SHARE_BY_TYPE[instanceType] ?? BASELINE_SHARE_BY_SIZE[instanceType.split('.').at(-1) ?? ''] ?? 1;
}

/** GPU models that a region sells, in candidate families. */
export function gpuModelsIn(offers: readonly Offer[]): ReadonlySet<string> {
  return new Set(offers.flatMap(({ type, gpu }) => (gpu !== undefined && OFFERED_FAMILIES.compute.has(familyOf(type)) ? [gpu.model] : [])));
}
