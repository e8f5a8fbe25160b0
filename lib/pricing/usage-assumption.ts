import type { UsageKey } from '../contract/usage';
import type { UsageBasis } from '../contract/usage-basis';

/** Source of the quantity of a usage charge: data for code, which `output` words. */
export type UsageAssumption =
  /** Declared usage, with the basis that its declaration states. */
  | {
      readonly kind: 'declared-usage';
      /** How the declared quantity was derived. */
      readonly basis: UsageBasis;
    }
  /** Usage that is given for the estimate, with the selector that it is given for. */
  | {
      readonly kind: 'given-usage';
      /** Selector of the usage file. */
      readonly selector: string;
    }
  /** No usage is declared for the component: the quantity is zero because it is unknown. */
  | {
      readonly kind: 'no-usage-declared';
      /** Usage whose quantity is unknown. */
      readonly key: UsageKey;
    }
  /** The declared quantity is counted on another resource. `null`: on a line without a resource. */
  | {
      readonly kind: 'counted-on-resource';
      /** Logical id of the resource; null for a line without one. */
      readonly resource: string | null;
    }
  /** The largest of several dimensions decides the quantity. */
  | {
      readonly kind: 'maximum';
      /** The sources of the dimensions. */
      readonly of: readonly UsageAssumption[];
    }
  /** The sum of several declarations. `component` is absent where all are of one component. */
  | {
      readonly kind: 'sum';
      /** The sources of the declarations. */
      readonly of: readonly {
        /** Id of the component. Absent: all declarations are of one component. */
        readonly component?: string;
        /** Source of the declared quantity. */
        readonly assumption: UsageAssumption;
      }[];
    }
  /** The template states no size of the root volume: the size that images of AWS have, GB. */
  | {
      readonly kind: 'image-volume';
      /** Size of the root volume, GB. */
      readonly gb: number;
    }
  /** The size that a PersistentVolumeClaim requests, on storage that is charged by the stored data. */
  | { readonly kind: 'claimed-size' }
  /** Quantity and price range of an external service, US dollars for one unit. */
  | {
      readonly kind: 'external-service';
      /** Quantity under the expected load. */
      readonly quantity: string;
      /** Unit of the quantity. */
      readonly unit: string;
      /** Lowest price of one unit, US dollars. */
      readonly lowUsd: string;
      /** Highest price of one unit, US dollars. */
      readonly highUsd: string;
    };

/** Kinds of assumptions. */
export const USAGE_ASSUMPTION_KINDS = [
  'declared-usage',
  'given-usage',
  'no-usage-declared',
  'counted-on-resource',
  'maximum',
  'sum',
  'image-volume',
  'claimed-size',
  'external-service',
] as const satisfies readonly UsageAssumption['kind'][];
