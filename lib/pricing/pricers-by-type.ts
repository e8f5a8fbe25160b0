import { didYouMean } from '../core/problems';
import type { UnpricedReason } from './line-reason';
import type { Pricer } from './pricer';

/** Pricers by CloudFormation type. */
export type PricersByType = ReadonlyMap<string, Pricer>;

/** Indexes pricers by type. Throws an Error when two pricers have the same type. */
export function pricersByType(pricers: readonly Pricer[]): PricersByType {
  const byType = new Map<string, Pricer>();
  for (const pricer of pricers) {
    for (const type of pricer.types) {
      if (byType.has(type)) throw new Error(`two pricers claim ${type}`);
      byType.set(type, pricer);
    }
  }
  return byType;
}

/** Why a resource of an unknown type has no price, with the nearest known type of the same service. */
export function unknownReason(type: string, pricers: PricersByType, freeResources: Readonly<Record<string, unknown>>): UnpricedReason {
  const service = type.slice(0, type.lastIndexOf('::') + 2);
  const ofService = [...pricers.keys(), ...Object.keys(freeResources)].filter((known) => known.startsWith(service));
  const suggestion = didYouMean(
    type.slice(service.length),
    ofService.map((known) => known.slice(service.length)),
  );
  return { kind: 'unknown-type', type, ...(suggestion !== undefined && { nearestType: `${service}${suggestion}` }) };
}
