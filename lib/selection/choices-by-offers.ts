import type { Offer } from '../catalog/offer';

/** Choices that were made, by the list of offers and the requirement: tiers, loads and sizes repeat them. */
export class ChoicesByOffers<Chosen> {
  private readonly made = new WeakMap<readonly Offer[], Map<string, Chosen>>();

  /** The choice for a requirement, which is plain data. It is made once; an error is not cached. */
  of(requirement: object, offers: readonly Offer[], choose: () => Chosen): Chosen {
    const known = this.made.get(offers) ?? new Map<string, Chosen>();
    this.made.set(offers, known);
    const key = JSON.stringify(requirement);
    const choice = known.get(key) ?? choose();
    known.set(key, choice);
    return choice;
  }
}
