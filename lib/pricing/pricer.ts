import type { TemplateResource } from '../cloudformation/template-resource';
import type { UsageKey } from '../contract/usage';
import type { Interval } from '../core/interval';
import type { ChargeKind } from './charge-kinds';
import type { CostGroup } from './estimate';

/** What a resource costs, before prices are looked up: terracost's order of questions, "ask first, price afterwards". */
export interface Charge {
  /** What is charged for: how code finds the line. */
  readonly kind: ChargeKind;
  /** What tells the line from others of its kind, in the brackets of its name: `['db.m6g.large', 'Multi-AZ']`. Default: nothing. */
  readonly details?: readonly string[];
  /** Which price, without the region. */
  readonly sku: string;
  /** In the unit of the price. Rates per month are already totals of the month. */
  readonly quantity: Interval;
  /**
   * Whether the low, expected and high bills each have a mix of their own, as of types of nodes: then more of one may
   * stand beside less of another, and the quantity need not rise. Default: false.
   */
  readonly isOfMix?: boolean;
  /** The cost group that the line is summed in. */
  readonly group: CostGroup;
  /** Present exactly on usage charges: where the quantity is from. */
  readonly assumption?: string;
  /** Whether usage that the charge depends on is not declared, so that its quantity leaves it out. Default: false. */
  readonly excludesUsage?: boolean;
}

/** What declared use is counted for: a resource of a template, or an object of manifests. */
export type Counted = Pick<TemplateResource, 'id' | 'component'>;

/** A quantity of use, and where it is from. */
export interface UsageQuantity {
  /** Quantity per month, in the unit of the usage key. */
  readonly quantity: Interval;
  /** English, for readers: where the quantity is from. */
  readonly assumption: string;
  /** False when no use is declared for the component: the quantity is then zero because it is unknown. */
  readonly isDeclared: boolean;
}

/** What may be asked of the declared use. */
export interface UsageContext {
  /** Declared quantity for the component; zero, with a note that says so, when nothing was declared. */
  usage(counted: Counted, key: UsageKey): UsageQuantity;
}

/** What a pricer may ask of the rest of the template and of the declared use. */
export interface PricingContext extends UsageContext {
  /** The region whose prices apply. */
  readonly region: string;
  /** The resource that a `Ref` or `Fn::GetAtt` points at, or undefined. */
  follow(reference: unknown): TemplateResource | undefined;
  /** All resources of a type, in template order. */
  ofType(type: string): readonly TemplateResource[];
  /** Declared count of a group that scales; undefined when nothing was declared. */
  expectedCount(resource: TemplateResource): number | undefined;
  /** Facts about instance types: vCPU of `c5.xlarge`, `db.m6g.large` or `cache.r6g.large`; undefined when unknown. */
  vcpuOf(instanceType: string): number | undefined;
}

/** What one resource type costs. One file a type (or family of types), one line in the registry. */
export interface Pricer {
  /** CloudFormation types that it prices. */
  readonly types: readonly string[];
  /** Throws an UnreadableProperty when a property that decides the price cannot be read; the resource is unpriced then. */
  charges(resource: TemplateResource, context: PricingContext): readonly Charge[];
  /**
   * Why a resource of this type costs nothing in the form that it has, such as a gateway endpoint. Asked when there are
   * no charges; without a reason a resource without charges is unpriced, never silently zero.
   */
  freeReason?(resource: TemplateResource, context: PricingContext): string | undefined;
}

/** A property that decides the price is missing, of the wrong kind, or only known at deployment. */
export class UnreadableProperty extends Error {
  override readonly name = 'UnreadableProperty';
}
