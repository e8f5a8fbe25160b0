import { type Decimal, toCents } from '../core/money';

/** A violation of a budget, as a report of the CDK prints it. */
export interface BudgetViolationText {
  /** The violation, in sentences. */
  readonly description: string;
  /** The remedy, as sentences. */
  readonly fix: string;
}

/** The cost of a component. */
export interface ComponentCost {
  /** Id of the component. */
  readonly component: string;
  /** US dollars per month. */
  readonly monthlyUsd: Decimal;
}

/** A resource without a price. */
export interface UnpricedResourceText {
  /** Construct path, or the logical id of a resource without a construct. */
  readonly path: string;
  /** CloudFormation type. */
  readonly type: string;
  /** Why its price is unknown. */
  readonly reason: string;
}

/** Number of components that a violation names. */
const NAMED_COMPONENTS = 3;
/** Number of unpriced resources that a violation names; the others are counted. */
const NAMED_UNPRICED = 10;

/** An estimate above the budget, with its components from the most expensive one. */
export function overBudgetText(monthlyUsd: Decimal, budgetUsd: Decimal, components: readonly ComponentCost[]): BudgetViolationText {
  const largest = components.slice(0, NAMED_COMPONENTS).map((each) => `${each.component} $${toCents(each.monthlyUsd)}`);
  return {
    description: `$${toCents(monthlyUsd)}/month is above the budget of $${toCents(budgetUsd)}/month. Largest components: ${largest.join(', ')}.`,
    fix: 'Use a smaller tier or raise the budget.',
  };
}

/** Unpriced resources, whose cost cannot be compared with the budget. */
export function unpricedResourcesText(
  budgetUsd: Decimal,
  unpriced: readonly [UnpricedResourceText, ...UnpricedResourceText[]],
): BudgetViolationText {
  const count = unpriced.length === 1 ? '1 resource is' : `${unpriced.length} resources are`;
  const named = unpriced.slice(0, NAMED_UNPRICED).map(({ path, type, reason }) => `${path} (${type}): ${reason}`);
  const more = unpriced.length - named.length;
  return {
    description: `The budget of $${toCents(budgetUsd)}/month cannot be checked: ${count} unpriced. ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    fix: `Check the cost of these resources and add their types, logical ids or construct paths to allowUnpriced, such as ['${unpriced[0].type}'].`,
  };
}
