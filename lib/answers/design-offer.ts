import type { RequiredLevel } from '../capacity/latency/required-level';
import type { Recommendation } from '../capacity/recommend/recommend';
import type { Interval } from '../core/interval';
import type { ComponentKind } from '../model/component';
import type { OptionsInput } from '../model/inputs';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { Estimate } from '../pricing/estimate';
import { DESIGNED_TIER, type DesignedTier, defaultBaseTiers, designOrNone } from './designed-tier';
import type { Estimator } from './estimated-tier';

/** Share of the cost that a design must save to be offered: less than that is within the error of a workload that is not measured. */
const LEAST_SAVING_SHARE = 0.1;

/** The tier, or the copies of the largest tier, that a design is compared with. */
export interface ComparedCopies {
  /** Id of the tier. */
  readonly tier: string;
  /** US dollars per month under the workload, of all copies together. */
  readonly monthlyUsd: Interval;
  /** Number of copies; 1 for a tier that handles the workload alone. */
  readonly copies: number;
}

/** The right-sized tier that `recommend` offers, or why it offers none. */
export type DesignOffer =
  /** The design saves more than `LEAST_SAVING_SHARE`, or is within a budget that no tier is within. */
  | {
      readonly kind: 'offered';
      /** Id of the tier that the design starts from. */
      readonly base: string;
      /** The right-sized tier. */
      readonly design: DesignedTier;
      /** The recommended tier or copies. Absent: no tier is within the budget. */
      readonly compared?: ComparedCopies;
    }
  /** The design saves too little, or nothing. `savedUsd` is in US dollars per month, negative where it costs more. */
  | {
      readonly kind: 'saves-little';
      /** Id of the tier that the design starts from. */
      readonly base: string;
      /** Savings in US dollars per month; negative where the design costs more. */
      readonly savedUsd: number;
      /** Savings as a share of the compared cost, at most `LEAST_SAVING_SHARE`; may be negative. */
      readonly savedShare: number;
    }
  /** Not searched: the components that have sizes cost too small a share of the tier, 0 to 1. */
  | {
      readonly kind: 'little-to-size';
      /** Share of the cost that components with sizes have, 0 to 1. */
      readonly sizedShare: number;
    }
  /** Not searched: on a single host there is nothing to choose but the host. */
  | { readonly kind: 'single-host' }
  /** No sizes of the base tier handle the workload with its settings and the options. */
  | {
      readonly kind: 'no-sizes';
      /** Id of the tier that the design starts from. */
      readonly base: string;
    }
  /** The cheapest sizes cost more than the budget, US dollars per month. */
  | {
      readonly kind: 'over-budget';
      /** Id of the tier that the design starts from. */
      readonly base: string;
      /** Cost of the cheapest sizes, US dollars per month. */
      readonly monthlyUsd: number;
      /** The budget, US dollars per month. */
      readonly budgetUsd: number;
    };

/** A workload with the answer of `recommend`. */
export interface DesignOfferRequest {
  /** The system, with defaults filled in. */
  readonly system: System;
  /** The recommended tier, or the copies of the largest one, with the workload and the required confidence. */
  readonly recommendation: Recommendation;
  /** Service levels that the design must keep; empty: none. */
  readonly levels: readonly RequiredLevel[];
  /** Growth of the workload per month; 0.1 is 10%. Default: none. */
  readonly growth?: number | undefined;
  /** US dollars per month. Default: none. */
  readonly budgetUsd?: number | undefined;
  /** Fixed options. */
  readonly options: OptionsInput;
  /** Estimates that have been computed, with that of the compared tier. */
  readonly estimates: readonly Estimate[];
}

/**
 * Whether a design costs less than the recommended tier. It is searched only where it can gain: not on a single host, and not where
 * the components that have sizes cost no more of the compared tier than a design must save. Throws an UnpricedError when the design
 * has no complete estimate.
 */
export function designOffer(request: DesignOfferRequest, estimator: Estimator): DesignOffer {
  const { recommendation, levels, growth, budgetUsd } = request;
  const { targetWorkload, confidence } = recommendation;
  const options = parseInput(Options, request.options, 'options');
  if (options.topology === 'single-host') return { kind: 'single-host' };
  // A tier that an earlier design wrote is no base of another one.
  const system = { ...request.system, tiers: request.system.tiers.filter(({ id }) => id !== DESIGNED_TIER) };
  const compared = comparedWith(recommendation);
  const bases = defaultBaseTiers(system, targetWorkload, compared?.tier);
  const [smallest] = bases;
  const sizedShare = compared?.tier === smallest.id ? sizedShareOf(compared, smallest, request.estimates) : 1;
  if (sizedShare <= LEAST_SAVING_SHARE) return { kind: 'little-to-size', sizedShare };
  const question = { system, bases, id: DESIGNED_TIER, options, targetWorkload, levels, confidence, growth };
  const { base, design } = designOrNone(question, estimator);
  if (design === undefined) return { kind: 'no-sizes', base: base.id };
  const monthlyUsd = design.monthlyUsd.mid;
  if (budgetUsd !== undefined && monthlyUsd > budgetUsd) return { kind: 'over-budget', base: base.id, monthlyUsd, budgetUsd };
  if (compared === undefined) return { kind: 'offered', base: base.id, design };
  const savedUsd = compared.monthlyUsd.mid - monthlyUsd;
  const savedShare = savedUsd / compared.monthlyUsd.mid;
  if (savedShare <= LEAST_SAVING_SHARE) return { kind: 'saves-little', base: base.id, savedUsd, savedShare };
  return { kind: 'offered', base: base.id, design, compared };
}

function comparedWith({ chosen, cells }: Recommendation): ComparedCopies | undefined {
  if (chosen !== undefined) {
    const { candidate, monthlyUsd } = chosen.assessment;
    return { tier: candidate.tier, monthlyUsd, copies: 1 };
  }
  return cells && { tier: cells.candidate.tier, monthlyUsd: cells.monthlyUsd, copies: cells.cells };
}

/** Kinds of components whose cost depends on their sizes. */
const SIZED: readonly ComponentKind[] = ['service', 'node-pool', 'database', 'cache', 'document-store', 'vector-store'];

/** Share of the cost of a tier that its components with sizes have. Of several estimates with the same total, the largest share counts. */
function sizedShareOf({ monthlyUsd, copies }: ComparedCopies, { components }: Tier, estimates: readonly Estimate[]): number {
  const ownUsd = monthlyUsd.mid / copies;
  const shares = estimates
    .filter((estimate) => Math.abs(estimate.monthlyUsd.mid.toNumber() - ownUsd) < 0.005)
    .map(({ lineItems }) => {
      const fixed = lineItems.filter(({ component }) => {
        const kind = components[component]?.kind;
        return kind !== undefined && !SIZED.includes(kind);
      });
      return 1 - fixed.reduce((sum, line) => sum + line.monthlyUsd.mid.toNumber(), 0) / ownUsd;
    });
  return shares.length === 0 ? 1 : Math.max(...shares);
}
