import type { Interval } from '../core/interval';
import type { Every } from '../model/amount';
import type { Evidence } from '../model/evidence';
import type { Resource } from '../model/resource';
import type { SupplyBasis } from './supply';

/** Subject of a published figure. */
export type FigureSubject =
  | { readonly kind: 'users' }
  | { readonly kind: 'sessions' | 'in-flight' | 'at-a-time-alone'; readonly operation: string }
  | { readonly kind: 'rate'; readonly operation: string; readonly every: Every }
  /** A figure without a field of its own, in the words of its document. */
  | { readonly kind: 'figure'; readonly name: string; readonly unit: string };

/** Unit of a published amount; `figure` is the unit that the document gives. */
export type AmountUnit =
  | { readonly kind: 'users' | 'sessions' | 'in-flight' | 'at-a-time' }
  | { readonly kind: 'rate'; readonly every: Every }
  | { readonly kind: 'figure'; readonly unit: string };

/** One end of a published range. */
export interface PublishedAmount {
  /** The number, in `unit`. */
  readonly amount: number;
  /** Unit of the number. */
  readonly unit: AmountUnit;
}

/** A resource with a share of 0 to 1, of its supply or of the samples. */
export interface ResourceShare {
  /** Component, resource and part, as `rowName` gives them. */
  readonly resource: string;
  /** The share, 0 to 1; above 1 for an overload. */
  readonly share: number;
}

/** The demand of one operation on one resource, with its source. */
export interface DemandFigure {
  /** Id of the operation. */
  readonly operation: string;
  /** Demand of one event or session, in `unit`. */
  readonly perUnit: Interval;
  /** Unit of the demand: of a resource, or of a resource times seconds. */
  readonly unit: string;
  /** Evidence of the demand. */
  readonly evidence: Evidence;
  /** Sources of the demand. */
  readonly sources: readonly string[];
}

/** A base load that exists without users. */
export interface IdleLoad {
  /** Expected amount, in the unit of the resource. */
  readonly amount: number;
  /** Source of the amount. */
  readonly source: string;
}

/** State of the model at the published figure. */
export type AtFigure =
  /** Utilization of the limiting resource at the published figure, and other resources that would exceed their thresholds. */
  | {
      readonly kind: 'utilization-at';
      /** The published amount. */
      readonly figure: PublishedAmount;
      /** Name of the limiting resource. */
      readonly resource: string;
      /** Its utilization at that amount, 0 to 1; above 1 for an overload. */
      readonly utilization: number;
      /** The utilization that it may reach, 0 to 1. */
      readonly threshold: number;
      /** Names of the other resources above their thresholds. */
      readonly alsoExceeded: readonly string[];
    }
  /** Utilization of the limiting resource under a workload. */
  | { readonly kind: 'utilization'; readonly resource: string; readonly utilization: Interval; readonly threshold: number }
  | { readonly kind: 'idle'; readonly loads: readonly IdleLoad[] }
  /** Terms of a sizing rule, and those of the model, in the unit of the resource. */
  | {
      readonly kind: 'rule-terms';
      /** Constant term of the rule. */
      readonly base: number;
      /** Term of the rule per user. */
      readonly perUser: number;
      /** Base load in the model. */
      readonly modelledBase: number;
      /** Load per user in the model. */
      readonly modelledPerUser: number;
    };

/** Cause of a difference between a published and a modelled figure. */
export type Cause =
  | { readonly kind: 'unknown-limit' }
  /** The largest demand on a resource; absent where no operation uses it. `shareOfLoad` is 0 to 1. */
  | {
      readonly kind: 'largest-demand';
      /** The largest demand. */
      readonly largest?: { readonly shareOfLoad: number; readonly demand: DemandFigure };
      /** Present where the resource is the first to reach its threshold in half of the samples or fewer. */
      readonly limits?: { readonly share: number; readonly others: readonly ResourceShare[] };
    }
  | { readonly kind: 'demand'; readonly demand: DemandFigure }
  | { readonly kind: 'no-demand'; readonly components: readonly string[]; readonly resource: Resource }
  | { readonly kind: 'target-workload'; readonly usualSource: string | undefined }
  /** How the supply is computed. */
  | { readonly kind: 'supply'; readonly basis: SupplyBasis }
  | { readonly kind: 'idle'; readonly loads: readonly IdleLoad[] }
  | {
      readonly kind: 'instances';
      /** Bounds of the number of instances by component. */
      readonly components: readonly { readonly component: string; readonly min: number; readonly max: number }[];
    }
  /** Requests in flight by Little's law. */
  | { readonly kind: 'in-flight'; readonly requestsPerSecond: number; readonly seconds: number };

/** Why a modelled figure differs from the published one, as data; `output` words it. */
export interface Explanation {
  /** State of the model at the published figure; absent where none applies. */
  readonly at?: AtFigure;
  /** Cause of the difference. */
  readonly why: Cause;
}
