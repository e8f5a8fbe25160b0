import type { Interval } from '../core/interval';
import type { Every } from '../model/amount';
import type { Evidence } from '../model/evidence';
import type { Resource } from '../model/resource';
import type { SupplyBasis } from './supply';

/** Subject of a published figure. */
export type FigureSubject =
  | { readonly kind: 'users' }
  | {
      /** Open sessions, requests in flight, or the number of events at a time when no other operation runs. */
      readonly kind: 'sessions' | 'in-flight' | 'at-a-time-alone';
      /** Id of the operation. */
      readonly operation: string;
    }
  | {
      readonly kind: 'rate';
      /** Id of the operation. */
      readonly operation: string;
      /** Period of the rate. */
      readonly every: Every;
    }
  /** A figure without a field of its own, in the words of its document. */
  | {
      readonly kind: 'figure';
      /** Name of the figure in its document. */
      readonly name: string;
      /** Unit of the figure in its document. */
      readonly unit: string;
    };

/** Unit of a published amount; `figure` is the unit that the document gives. */
export type AmountUnit =
  | {
      /** Concurrent users, open sessions, requests in flight, or events at a time. */
      readonly kind: 'users' | 'sessions' | 'in-flight' | 'at-a-time';
    }
  | {
      readonly kind: 'rate';
      /** Period of the rate. */
      readonly every: Every;
    }
  | {
      readonly kind: 'figure';
      /** Unit that the document gives. */
      readonly unit: string;
    };

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
  | {
      readonly kind: 'utilization';
      /** Component, resource and part of the limiting resource, as `rowName` gives them. */
      readonly resource: string;
      /** Utilization of the limiting resource, 0 to 1; above 1 for an overload. */
      readonly utilization: Interval;
      /** The utilization that it may reach, 0 to 1. */
      readonly threshold: number;
    }
  | {
      readonly kind: 'idle';
      /** The base loads of the resource, which exist without users. */
      readonly loads: readonly IdleLoad[];
    }
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
      readonly largest?: {
        /** Share of the load on the resource that is of this demand, 0 to 1. */
        readonly shareOfLoad: number;
        /** The demand, with its unit and source. */
        readonly demand: DemandFigure;
      };
      /** Present where the resource is the first to reach its threshold in half of the samples or fewer. */
      readonly limits?: {
        /** Share of the samples in which the resource is the first to reach its threshold, 0 to 1. */
        readonly share: number;
        /** The resources that are the first in other samples, with their shares. */
        readonly others: readonly ResourceShare[];
      };
    }
  | {
      readonly kind: 'demand';
      /** The demand that decides the figure, with its unit and source. */
      readonly demand: DemandFigure;
    }
  | {
      readonly kind: 'no-demand';
      /** Ids of the components on which no operation has a demand. */
      readonly components: readonly string[];
      /** The resource that no operation uses. */
      readonly resource: Resource;
    }
  | {
      readonly kind: 'target-workload';
      /** Source of the usual amount of the operation. Undefined: it has none. */
      readonly usualSource: string | undefined;
    }
  /** How the supply is computed. */
  | {
      readonly kind: 'supply';
      /** The data that the supply is computed from. */
      readonly basis: SupplyBasis;
    }
  | {
      readonly kind: 'idle';
      /** The base loads of the resource, which exist without users. */
      readonly loads: readonly IdleLoad[];
    }
  | {
      readonly kind: 'instances';
      /** Bounds of the number of instances by component. */
      readonly components: readonly {
        /** Id of the component. */
        readonly component: string;
        /** Least number of instances. */
        readonly min: number;
        /** Largest number of instances. */
        readonly max: number;
      }[];
    }
  /** Requests in flight by Little's law. */
  | {
      readonly kind: 'in-flight';
      /** HTTP requests per second. */
      readonly requestsPerSecond: number;
      /** Average duration of a request, seconds. */
      readonly seconds: number;
    };

/** Why a modelled figure differs from the published one, as data; `output` words it. */
export interface Explanation {
  /** State of the model at the published figure; absent where none applies. */
  readonly at?: AtFigure;
  /** Cause of the difference. */
  readonly why: Cause;
}
