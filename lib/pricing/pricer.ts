import type { TemplateResource } from '../cloudformation/template-resource';
import type { UsageKey } from '../contract/usage';
import type { FreeReason } from '../core/free-reason';
import type { Interval } from '../core/interval';
import type { ChargeKind } from './charge-kinds';
import type { CostGroup } from './estimate';
import type { UsageAssumption } from './usage-assumption';

/** A SKU and a quantity, before the price is looked up. */
export interface Charge {
  /** Kind of the charge, by which code finds the line. */
  readonly kind: ChargeKind;
  /** Details in the brackets of the line's name: `['db.m6g.large', 'Multi-AZ']`. Default: none. */
  readonly details?: readonly string[];
  /** Name of the price, without the region. */
  readonly sku: string;
  /** Quantity per month, in the unit of the price. */
  readonly quantity: Interval;
  /**
   * Whether low, mid and high each have their own mix, such as instance types of nodes. The quantity of one type may then
   * be smaller at high than at low. Default: false.
   */
  readonly isOfMix?: boolean;
  /** The cost group that the line is summed in. */
  readonly group: CostGroup;
  /** The source of the quantity; present on usage charges only. */
  readonly assumption?: UsageAssumption;
  /** Whether usage that the charge depends on is not declared, so that its quantity leaves it out. Default: false. */
  readonly excludesUsage?: boolean;
}

/** The subject that declared usage is counted on: a resource of a template, or an object of manifests. */
export type Counted = Pick<TemplateResource, 'id' | 'component'>;

/** A quantity of usage, with its source. */
export interface SourcedQuantity {
  /** Quantity per month, in the unit of the usage key. */
  readonly quantity: Interval;
  /** Source of the quantity. */
  readonly assumption: UsageAssumption;
  /** False when no usage is declared for the component: the quantity is then zero because it is unknown. */
  readonly isDeclared: boolean;
}

/** Finds declared usage. */
export interface UsageContext {
  /** Declared quantity for the component; zero when none is declared, which the assumption states. */
  usage(counted: Counted, key: UsageKey): SourcedQuantity;
}

/** The rest of the template and the declared usage, for pricers. */
export interface PricingContext extends UsageContext {
  /** The region whose prices apply. */
  readonly region: string;
  /** The resource that a `Ref` or `Fn::GetAtt` refers to, or undefined. */
  follow(reference: unknown): TemplateResource | undefined;
  /**
   * The path in Parameter Store that `{ Ref: name }` looks up at deployment, for a parameter of type AWS::SSM::Parameter::Value or a
   * dynamic reference; undefined for other values.
   */
  parameterPath(reference: unknown): string | undefined;
  /** The names that the mappings and parameters of the template give to a value, such as `Windows2022` to an AMI id. */
  namesOf(value: string): readonly string[];
  /** All resources of a type, in template order. */
  ofType(type: string): readonly TemplateResource[];
  /** Declared average count of a group that scales; undefined when none is declared. */
  expectedCount(resource: TemplateResource): number | undefined;
  /** Whether usage of the component of a resource is declared, any or of this kind: its size is then that of the declared usage. */
  declaresUsageOf(resource: TemplateResource, key?: UsageKey): boolean;
  /** Price of the first unit of a SKU, US dollars; undefined without a price. */
  unitUsdOf(sku: string): number | undefined;
  /** vCPU of an instance type such as `c5.xlarge`, `db.m6g.large` or `cache.r6g.large`; undefined when unknown. */
  vcpuOf(instanceType: string): number | undefined;
}

/** Determines the charges of a resource type. One file for each type or family of types, one line in the registry. */
export interface Pricer {
  /** CloudFormation types that it prices. */
  readonly types: readonly string[];
  /** Throws an UnreadableProperty when a property that decides the price cannot be read; the resource is unpriced then. */
  charges(resource: TemplateResource, context: PricingContext): readonly Charge[];
  /**
   * Why a resource of this type costs nothing with its properties, such as a gateway endpoint. Called when there are no
   * charges. A resource without charges and without a reason is unpriced, never zero.
   */
  freeReason?(resource: TemplateResource, context: PricingContext): FreeReason | undefined;
}
