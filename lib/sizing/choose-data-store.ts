import { type Choice, chooseCheapest } from './choice';
import { familyOf, isBurstable, OFFERED_FAMILIES } from './families';
import type { Offer } from './offer';

/** What one node of a data store must have. */
export interface DataStoreRequirement {
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly burstable: boolean;
  /** A pinned type: only it is considered. */
  readonly pinned?: string;
}

/** The cheapest node type with enough processors and memory. Throws NoOffer when there is none. */
export function chooseDataStoreNode(requirement: DataStoreRequirement, offers: readonly Offer[]): Choice {
  const { vcpu, memoryGib, burstable, pinned } = requirement;
  const text = pinned === undefined ? `${vcpu} vCPU and ${Math.round(memoryGib * 100) / 100} GiB` : `the pinned type ${pinned}`;
  return chooseCheapest(
    text,
    offers,
    (offer) => {
      const reason = exclusion(offer);
      return reason === undefined ? { candidate: { offer }, hourlyUsd: Number(offer.hourlyUsd), tieBreak: offer.vcpu } : { reason };
    },
    ({ offer }) => `${offer.vcpu} vCPU and ${offer.memoryGib} GiB at $${offer.hourlyUsd}/h`,
  );

  function exclusion(offer: Offer): string | undefined {
    if (pinned !== undefined) return offer.type === pinned ? undefined : 'another type is pinned';
    if (!OFFERED_FAMILIES.dataStore.has(familyOf(offer.type))) return 'previous generation or special purpose';
    if (!burstable && isBurstable(offer.type)) return 'burstable, in a production tier';
    if (offer.vcpu < vcpu) return `${offer.vcpu} vCPU, ${vcpu} asked`;
    if (offer.memoryGib < memoryGib) return `${offer.memoryGib} GiB, ${Math.round(memoryGib * 100) / 100} asked`;
    return undefined;
  }
}
