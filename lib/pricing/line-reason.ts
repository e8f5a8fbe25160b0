import { FREE_REASON_KINDS, type FreeReason } from '../core/free-reason';
import type { Interval } from '../core/interval';
import type { ObjectProblem, StorageProblem } from '../scheduling/object-problem';
import type { Unplaced } from '../scheduling/pod-packing/pack-pods';
import type { PropertyProblem } from './property-problem';
import { USAGE_ASSUMPTION_KINDS, type UsageAssumption } from './usage-assumption';

/** Why a line has no price: data for code, which `output` words. */
export type UnpricedReason =
  /** The price book of the region has no such price. */
  | {
      readonly kind: 'no-list-price';
      /** Key of the price in the price book. */
      readonly sku: string;
      /** AWS region code of the price book. */
      readonly region: string;
    }
  /** The quantity is negative, infinite or out of order. */
  | {
      readonly kind: 'invalid-quantity';
      /** The computed quantity per month, in `unit`. */
      readonly quantity: Interval;
      /** Billing unit of the price. */
      readonly unit: string;
    }
  /** No pricer knows the resource type. `nearestType` is the most similar known type of the same service. */
  | {
      readonly kind: 'unknown-type';
      /** CloudFormation resource type, or kind of the Kubernetes object. */
      readonly type: string;
      /** The most similar known type of the same service. Absent: none is similar. */
      readonly nearestType?: string;
    }
  /** A property that decides the price is missing, invalid or known at deployment only. */
  | {
      readonly kind: 'unreadable-property';
      /** The property and what is wrong with it. */
      readonly problem: PropertyProblem;
    }
  /** The demand of a Kubernetes object is unknown. */
  | {
      readonly kind: 'unreadable-object';
      /** The field or part of the object and what is wrong with it. */
      readonly problem: ObjectProblem;
    }
  /** The price of a volume of a Kubernetes object is unknown. */
  | {
      readonly kind: 'unknown-storage';
      /** The volume, claim or storage class and what is wrong with it. */
      readonly problem: StorageProblem;
    }
  /** No charge was found, and no reason to be free. */
  | { readonly kind: 'no-charges' }
  /** No node has room for pods, at one point of the estimate. */
  | {
      readonly kind: 'unplaced-pods';
      /** Number of pods without a node. */
      readonly count: number;
      /** Point of the estimate. */
      readonly point: keyof Interval;
      /** Why no node has room for them. */
      readonly cause: Unplaced['reason'];
      /** Requests of one pod: CPU cores, GiB, number of GPUs. */
      readonly requests: {
        /** Cores, which may be a fraction. */
        readonly cpu: number;
        /** Memory, GiB. */
        readonly memoryGib: number;
        /** Number of GPUs; 0 for pods without. */
        readonly gpus: number;
      };
      /** Labels that their nodes must have, for pods with GPUs: they decide which GPU it is. Absent: none. */
      readonly labels?: readonly string[];
    };

/** Kinds of reasons why a line has no price. */
const UNPRICED_REASON_KINDS = [
  'no-list-price',
  'invalid-quantity',
  'unknown-type',
  'unreadable-property',
  'unreadable-object',
  'unknown-storage',
  'no-charges',
  'unplaced-pods',
] as const satisfies readonly UnpricedReason['kind'][];

/** The reason of a line that was read from JSON: its kind and its sentence, which contains the derivation of its price too. */
export interface RecordedReason {
  /** Identifies recorded reasons. */
  readonly kind: 'recorded';
  /** The kind that the JSON states; null for a sentence about a derived price alone. */
  readonly recordedKind: LineReasonKind | null;
  /** The sentence, in English. */
  readonly text: string;
}

/** The assumption of a usage line, or why a line is free or unpriced. */
export type LineReason = FreeReason | UnpricedReason | UsageAssumption | RecordedReason;

/** Kinds of reasons that lines of an estimate have in JSON. */
export const LINE_REASON_KINDS = [...UNPRICED_REASON_KINDS, ...FREE_REASON_KINDS, ...USAGE_ASSUMPTION_KINDS] as const;
/** Kind of the reason of a line. */
export type LineReasonKind = (typeof LINE_REASON_KINDS)[number];

/** The kind of a reason in JSON; null where there is none. */
export function reasonKind(reason: LineReason | null): LineReasonKind | null {
  if (reason === null) return null;
  return reason.kind === 'recorded' ? reason.recordedKind : reason.kind;
}
