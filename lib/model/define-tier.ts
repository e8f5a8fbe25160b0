import type { TierInput } from './inputs';

/** A tier whose type has its id. */
export interface DefinedTier<TierId extends string> extends TierInput {
  /** Id, unique in its system. */
  readonly id: TierId;
}

/** Types the definition of a tier and keeps its id. The tier is validated together with its system, when that is used. */
export function defineTier<const TierId extends string>(tier: DefinedTier<TierId>): DefinedTier<TierId> {
  return tier;
}
