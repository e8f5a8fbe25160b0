import type { Offer } from '../catalog/offer';
import { isBurstable } from '../core/burstable';
import { type Choice, chooseCheapest } from './choice';
import type { RejectionReason } from './choice-reasons';
import { ChoicesByOffers } from './choices-by-offers';
import { familyOf, OFFERED_FAMILIES } from './families';

/** Requirement on one node of a data store. */
export interface DataStoreRequirement {
  /** The fewest vCPU of a node. */
  readonly vcpu: number;
  /** The least memory of a node, GiB. */
  readonly memoryGib: number;
  /** Whether burstable classes are candidates. */
  readonly burstable: boolean;
  /** Pinned type, which is then the only candidate. */
  readonly pinned?: string;
}

/** A curve resolves the same data stores for each load, and a design tries the same nodes in many numbers. */
const choices = new ChoicesByOffers<Choice>();

/** The cheapest node type with enough vCPUs and memory. Throws NoOffer when no type meets the requirement. */
export function chooseDataStoreNode(requirement: DataStoreRequirement, offers: readonly Offer[]): Choice {
  return choices.of(requirement, offers, () => cheapestNode(requirement, offers));
}

function cheapestNode(requirement: DataStoreRequirement, offers: readonly Offer[]): Choice {
  const { vcpu, memoryGib, burstable, pinned } = requirement;
  return chooseCheapest(
    { kind: 'data-store-node', vcpu, memoryGib, ...(pinned === undefined ? {} : { pinnedType: pinned }) },
    offers,
    (offer) => {
      const reason = exclusion(offer);
      return reason === undefined ? { candidate: { offer }, hourlyUsd: Number(offer.hourlyUsd), tieBreak: [() => offer.vcpu] } : { reason };
    },
    ({ offer }) => ({ kind: 'data-store-node', vcpu: offer.vcpu, memoryGib: offer.memoryGib, hourlyUsd: offer.hourlyUsd }),
  );

  function exclusion(offer: Offer): RejectionReason | undefined {
    if (pinned !== undefined && offer.type !== pinned) return { kind: 'not-pinned' };
    if (pinned === undefined && !OFFERED_FAMILIES.dataStore.has(familyOf(offer.type))) return { kind: 'family-not-offered' };
    if (pinned === undefined && !burstable && isBurstable(offer.type)) return { kind: 'burstable-excluded' };
    if (offer.vcpu < vcpu) return { kind: 'too-few-vcpu', vcpu: offer.vcpu, requiredVcpu: vcpu };
    if (offer.memoryGib < memoryGib) return { kind: 'too-little-memory', memoryGib: offer.memoryGib, requiredMemoryGib: memoryGib };
    return undefined;
  }
}
