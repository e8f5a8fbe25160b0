import type { QuotaKey } from '../catalog/service-quotas';
import type { CheckContext } from '../check/check-context';
import { numberAt, type Step, UNKNOWN } from '../check/values';
import type { TemplateResource } from '../cloudformation/template-resource';

/** Use of a quota by one resource. */
export interface QuotaUse {
  /** The quota. */
  readonly quota: QuotaKey;
  /** Use of a deployment before it scales; undefined when the template does not state it. */
  readonly min: number | undefined;
  /** Largest use; undefined when the template does not state it. */
  readonly max: number | undefined;
  /** Zone, cluster, node group or primary that a quota of one of these limits. Absent: any of them. */
  readonly group?: string;
}

/** Computes the uses of quotas by a resource. */
export type QuotaCount = (resource: TemplateResource, context: CheckContext) => readonly QuotaUse[];

/** Counts a resource as one. */
export function countedOnce(quota: QuotaKey): QuotaCount {
  return () => [{ quota, min: 1, max: 1 }];
}

/** The number at a path, or `absent` when there is none; undefined when it is known only at deployment. */
export function knownNumber(properties: unknown, absent: number | undefined, ...path: readonly Step[]): number | undefined {
  const value = numberAt(properties, ...path);
  if (value === undefined) return absent;
  return value === UNKNOWN ? undefined : value;
}

/** The product; undefined when a factor is unknown and none is zero. */
export function product(...factors: readonly (number | undefined)[]): number | undefined {
  if (factors.includes(0)) return 0;
  return factors.reduce<number | undefined>((all, factor) => (all === undefined || factor === undefined ? undefined : all * factor), 1);
}

/** The sum; undefined when a value is unknown. */
export function sumOf(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce<number | undefined>((sum, value) => (sum === undefined || value === undefined ? undefined : sum + value), 0);
}
