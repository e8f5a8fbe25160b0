import type { UsageKey } from '../contract/usage';

/** Expected value of a property that decides a price. */
export type PropertyType =
  | 'string'
  | 'number'
  | 'positive-number'
  | 'boolean'
  | 'list'
  | 'object'
  | 'object-list'
  | 'task-size'
  | 'storage-size'
  | 'inherited-properties';

/** A resource outside of the template that decides a price. */
export type OutsideResource =
  | 'build-infrastructure'
  | 'certificate-authority'
  | 'database-cluster'
  | 'endpoint-configuration'
  | 'function'
  | 'launch-template'
  | 'primary-cache'
  | 'proxied-databases'
  | 'scaling-configuration'
  | 'source-database'
  | 'stream'
  | 'task-definition';

/** The part of a service's prices that the price list contains. */
export type KnownPrices =
  | 'licenses'
  | 'linux'
  | 'linux-and-windows'
  | 'other-words'
  | 'provisioned-aurora-and-serverless-v2'
  | 'shared-tenancy';

/** Why the price of a resource cannot be determined from its template: data for code, which `output` words. */
export type PropertyProblem =
  /** A required property is missing. `of` is the value of another property that requires it. */
  | {
      readonly kind: 'missing';
      /** Path of the missing property. */
      readonly property: string;
      /** Value of the property that requires it. Absent: the resource type always requires it. */
      readonly of?: string;
    }
  /** The list of subnets is missing or empty, and something is billed for each of them. */
  | {
      readonly kind: 'missing-subnets';
      /** Path of the property in the resource. */
      readonly property: string;
      /** The unit that is billed for each subnet. */
      readonly billed: 'endpoint' | 'public-address';
    }
  /** A function of CloudFormation decides the value, which is known at deployment only. */
  | {
      readonly kind: 'known-at-deployment';
      /** Path of the property in the resource. */
      readonly property: string;
      /** The CloudFormation function, as JSON. */
      readonly shown: string;
    }
  /** The value has another type, or is not one of the listed words. */
  | {
      readonly kind: 'invalid';
      /** The property. */
      readonly property: string;
      /** The value, as JSON. Absent for a value that is too large to show. */
      readonly shown?: string;
      /** The type, or the words, that the value must be. */
      readonly expected: PropertyType | readonly string[];
    }
  /** The amount is above the largest that the service has. */
  | {
      readonly kind: 'above-largest';
      /** The property. */
      readonly property: string;
      /** The amount, in the unit of the property. */
      readonly value: number;
      /** The largest amount, in the unit of the property. */
      readonly largest: number;
    }
  /** The minimum of a group that scales is above its maximum. */
  | {
      readonly kind: 'minimum-above-maximum';
      /** Minimum size of the group. */
      readonly min: number;
      /** Maximum size of the group, less than `min`. */
      readonly max: number;
    }
  /** The property leads back to the resource itself. */
  | {
      readonly kind: 'cycle';
      /** Path of the property in the resource. */
      readonly property: string;
      /** Logical id of the resource. */
      readonly resource: string;
    }
  /** The resource that decides the price is not in this template. */
  | {
      readonly kind: 'outside-template';
      /** Kind of the resource that decides the price. */
      readonly resource: OutsideResource;
    }
  /** The template of a nested stack was not read. */
  | { readonly kind: 'nested-template-not-read' }
  /** The price list contains prices of other values only. */
  | {
      readonly kind: 'unlisted-value';
      /** Path of the property in the resource. */
      readonly property: string;
      /** The value without a price. */
      readonly value: string;
      /** The part of the prices that the price list contains. */
      readonly known: KnownPrices;
    }
  /** The property contains a feature with additional charges, which the price list does not contain. */
  | {
      readonly kind: 'unlisted-extra';
      /** Path of the property in the resource. */
      readonly property: string;
      /** The feature with additional charges. */
      readonly feature: string;
    }
  /** The number of vCPU of the instance class of a database is not known. */
  | {
      readonly kind: 'unknown-vcpu';
      /** Logical id of the database. */
      readonly resource: string;
      /** Instance class of the database. */
      readonly instanceClass: string;
      /** The price that depends on the number of vCPU. */
      readonly decides: 'extended-support' | 'proxy';
    }
  /** AWS chooses the instances, so that no template states them. */
  | {
      readonly kind: 'chosen-by-aws';
      /** Path of the property in the resource. */
      readonly property: string;
      /** Whether the service or EKS Auto Mode chooses the instances. */
      readonly by: 'aws' | 'eks-auto-mode';
    }
  /** An amount that only operation decides: runs of scheduled tasks, metrics that match a query, shares of capacity providers. */
  | {
      readonly kind: 'known-in-operation';
      /** The unknown amount. */
      readonly amount: 'capacity-provider-shares' | 'matched-metrics' | 'scheduled-tasks';
    }
  /** The resources that a Helm chart creates are unknown. `chart` is null for a chart that is an asset. */
  | {
      readonly kind: 'unknown-chart';
      /** Name of the chart; null for a chart that is an asset. */
      readonly chart: string | null;
    }
  /** The resources that a custom resource of Kubernetes creates are unknown. */
  | {
      readonly kind: 'unknown-custom-resource';
      /** Kind of the custom resource. */
      readonly resourceKind: string;
      /** API group of the custom resource. */
      readonly group: string;
    }
  /** Usage of the component is declared, but not the quantity that the price depends on. */
  | {
      readonly kind: 'usage-not-declared';
      /** Id of the component. */
      readonly component: string;
      /** Usage whose quantity is missing. */
      readonly key: UsageKey;
    };

/** A property that decides the price is missing, has the wrong type, or is known only at deployment. */
export class UnreadableProperty extends Error {
  override readonly name = 'UnreadableProperty';
  constructor(
    /** The problem, as data. */
    readonly problem: PropertyProblem,
  ) {
    super(`the price is unknown: ${problem.kind}`);
  }
}
