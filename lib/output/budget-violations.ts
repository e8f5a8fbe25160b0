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

/** A resource, or a charge without one, that the total does not include. */
export interface ExcludedItemText {
  /** Construct path, or the logical id of a resource without a construct. */
  readonly path: string;
  /** CloudFormation type, or the type of a charge without a resource: `DataTransfer`. */
  readonly type: string;
}

/** A resource without a price. */
export interface UnpricedResourceText extends ExcludedItemText {
  /** Why its price is unknown. */
  readonly reason: string;
}

/** Number of components that a violation names. */
const NAMED_COMPONENTS = 3;
/** Number of unpriced resources, or of resources with unknown usage, that a violation names; the others are counted. */
const NAMED_RESOURCES = 10;

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
  const named = unpriced.map(({ path, type, reason }) => `${path} (${type}): ${reason}`);
  return {
    description: `The budget of $${toCents(budgetUsd)}/month cannot be checked: ${count} unpriced. ${listed(named)}.`,
    fix: `Check the cost of these resources and add their types, logical ids or construct paths to allowUnpriced, such as ['${unpriced[0].type}'].`,
  };
}

/** Usage that no template declares, whose cost cannot be compared with the budget. */
export function excludedItemsText(budgetUsd: Decimal, excluded: readonly ExcludedItemText[]): BudgetViolationText {
  const named = excluded.map(({ path, type }) => (path === type ? path : `${path} (${type})`));
  return {
    description: `The budget of $${toCents(budgetUsd)}/month cannot be checked: the total excludes usage. ${listed(named)}.`,
    fix: 'Declare the quantities with declareUsage (DataTransfer: internetOutGb, interZoneGb and interRegionGb of any construct), or leave out requireUsage.',
  };
}

/** The first names, and the number of the others. */
function listed(names: readonly string[]): string {
  const more = names.length - NAMED_RESOURCES;
  return `${names.slice(0, NAMED_RESOURCES).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
