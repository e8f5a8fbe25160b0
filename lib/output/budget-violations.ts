import type { Interval } from '../core/interval';
import { type Decimal, toCents, type Usd } from '../core/money';
import { counted } from '../core/number-format';

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

/** A budget, and the part of the app that it is for. */
export interface BudgetSubject {
  /** The budget, US dollars per month. */
  readonly limitUsd: Decimal;
  /** The stack that it is for. Default: all stacks. */
  readonly stack?: string;
  /** The tags of the resources that it is for. Default: any. */
  readonly tag?: Readonly<Record<string, string>>;
}

/** The cost of a stack. */
export interface StackCostText {
  /** Construct path of the stack. */
  readonly stack: string;
  /** US dollars per month. */
  readonly monthlyUsd: Interval<Usd>;
}

/** An estimate above the budget, with its components and its stacks from the most expensive one. */
export function overBudgetText(
  monthlyUsd: Interval<Usd>,
  subject: BudgetSubject,
  components: readonly ComponentCost[],
  stacks: readonly StackCostText[],
): BudgetViolationText {
  const largest = components.slice(0, NAMED_COMPONENTS).map((each) => `${each.component} ${usd(each.monthlyUsd)}`);
  const byStack = stacks.map((each) => `${each.stack}: ${estimateText(each.monthlyUsd)}`);
  return {
    description: `${usd(monthlyUsd.mid)}/month is above the ${budgetText(subject)}. Largest components: ${largest.join(', ')}. Estimate: ${estimateText(monthlyUsd)}. By stack: ${listed(byStack)}.`,
    fix: 'Use a smaller tier, raise the budget, or add a resource with its reason to acknowledge.',
  };
}

/** The three points of an estimate: `low $10.00, mid $12.00, high $15.00`. */
export function estimateText({ low, mid, high }: Interval<Usd>): string {
  return `low ${usd(low)}, mid ${usd(mid)}, high ${usd(high)}`;
}

/** Unpriced resources, whose cost cannot be compared with the budget. */
export function unpricedResourcesText(
  subject: BudgetSubject,
  unpriced: readonly [UnpricedResourceText, ...UnpricedResourceText[]],
): BudgetViolationText {
  const count = unpriced.length === 1 ? '1 resource is' : `${unpriced.length} resources are`;
  const named = unpriced.map(({ path, type, reason }) => `${path} (${type}): ${reason}`);
  return {
    description: `${uncheckedText(subject)}: ${count} unpriced. ${listed(named)}.`,
    fix: `Check the cost of these resources and add their types, logical ids or construct paths to allowUnpriced, such as ['${unpriced[0].type}'], or add each with its reason to acknowledge.`,
  };
}

/** Usage that the estimate of a budget excludes, when it is not rejected for it. */
export function excludedUsageCountText(items: number): string {
  return `usage of ${counted(items, 'item')} that no template declares`;
}

/** Usage that no template declares, whose cost cannot be compared with the budget. */
export function excludedItemsText(subject: BudgetSubject, excluded: readonly ExcludedItemText[]): BudgetViolationText {
  // Data transfer of each region has the same text.
  const named = [...new Set(excluded.map(itemText))];
  return {
    description: `${uncheckedText(subject)}: the total excludes usage. ${listed(named)}.`,
    fix: 'Declare the quantities with declareUsage (DataTransfer: internetOutGb, interZoneGb and interRegionGb of any construct), or leave out requireUsage.',
  };
}

/** A budget for a stack that the app does not have. */
export function unknownStackText(
  stack: string,
  names: readonly string[],
  { suggestion }: { readonly suggestion?: string },
): BudgetViolationText {
  const meant = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  return {
    description: `The app has no stack ${stack}.${meant} Names and construct paths of its stacks: ${listed(names)}.`,
    fix: 'Correct the property stack of MonthlyBudget.',
  };
}

/** A budget for tags that no resource has. */
export function untaggedText(subject: BudgetSubject): BudgetViolationText {
  return {
    description: `${uncheckedText(subject)}: no resource has the tag.`,
    fix: 'Correct the property tag of MonthlyBudget, or add the tag to the resources: Tags.of(construct).add(key, value).',
  };
}

/** Resources whose tags are intrinsic functions. Their cost counts. */
export function unknownTagsText(subject: BudgetSubject, unknown: readonly ExcludedItemText[]): BudgetViolationText {
  return {
    description: `${uncheckedText(subject)}: the tags are known only at deployment. ${listed(unknown.map(itemText))}.`,
    fix: 'Use tags with constant keys and values, or add each resource with its reason to acknowledge.',
  };
}

/** Acknowledgements that are not needed. */
export function unusedAcknowledgementsText(unused: readonly { readonly resource: string }[]): BudgetViolationText {
  return {
    description: `No resource of the budget with a cost has this logical id or construct path: ${listed(unused.map(({ resource }) => resource))}.`,
    fix: 'Correct or remove the entries in acknowledge.',
  };
}

function itemText({ path, type }: ExcludedItemText): string {
  return path === type ? path : `${path} (${type})`;
}

function uncheckedText(subject: BudgetSubject): string {
  return `The ${budgetText(subject)} cannot be checked`;
}

/** `budget of $500.00/month for the stack Shop, resources with the tag team=search`. */
function budgetText({ limitUsd, stack, tag }: BudgetSubject): string {
  const tags = Object.entries(tag ?? {}).map(([key, value]) => `${key}=${value}`);
  const parts = [
    ...(stack === undefined ? [] : [`the stack ${stack}`]),
    ...(tags.length === 0 ? [] : [`resources with the tag ${tags.join(' and ')}`]),
  ];
  return `budget of ${usd(limitUsd)}/month${parts.length === 0 ? '' : ` for ${parts.join(', ')}`}`;
}

function usd(amount: Usd): string {
  return `$${toCents(amount)}`;
}

/** The first names, and the number of the others. */
function listed(names: readonly string[]): string {
  const more = names.length - NAMED_RESOURCES;
  return `${names.slice(0, NAMED_RESOURCES).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
