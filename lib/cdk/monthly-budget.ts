import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolatingResource,
  PolicyViolation,
} from 'aws-cdk-lib';
import { certain, combineIntervals, type Interval } from '../core/interval';
import { Decimal, type Usd } from '../core/money';
import { suggestionFor } from '../core/problems';
import {
  type BudgetSubject,
  type BudgetViolationText,
  estimateText,
  excludedItemsText,
  excludedUsageCountText,
  overBudgetText,
  unknownStackText,
  unknownTagsText,
  unpricedResourcesText,
  untaggedText,
  unusedAcknowledgementsText,
} from '../output/budget-violations';
import { lineReason } from '../output/line-reasons';
import { unpricedLines } from '../pricing/require-complete';
import { type BudgetedLine, type BudgetedStack, budgetedStacks, costOf, isNamed } from './budgeted-stacks';
import { checkedBudget, type MonthlyBudgetProps } from './monthly-budget-props';

const RULE = 'monthly-budget';
const UNPRICED_RULE = 'monthly-budget-unpriced';
const USAGE_RULE = 'monthly-budget-usage';
const SCOPE_RULE = 'monthly-budget-scope';
const ACKNOWLEDGEMENT_RULE = 'monthly-budget-acknowledgement';

/**
 * A budget for the templates of a CDK app, of one stack or of the resources with a tag:
 * `Validations.of(app).addPlugins(new MonthlyBudget({ budget: 2500 }), new MonthlyBudget({ tag: { team: 'search' }, budget: 500 }))`.
 * Synthesis fails when the estimate, at the expected load, is above the budget. It also fails for unpriced resources, for tags that only
 * a deployment knows, and with `requireUsage` for unknown usage, because an incomplete total cannot be compared with a budget. The
 * constructor throws an InputError with all problems of its properties.
 */
export class MonthlyBudget implements IPolicyValidationPlugin {
  /** Name of the plugin in the report of the CDK. */
  readonly name = 'sizing-blueprints';
  /** Rules that the plugin checks. */
  readonly ruleIds = [RULE, UNPRICED_RULE, USAGE_RULE, SCOPE_RULE, ACKNOWLEDGEMENT_RULE];
  private readonly subject: BudgetSubject;
  private isViolated = false;

  constructor(private readonly props: MonthlyBudgetProps) {
    const { stack, tag } = props;
    this.subject = { limitUsd: checkedBudget(props), ...(stack !== undefined && { stack }), ...(tag !== undefined && { tag }) };
  }

  /** Whether the last synthesis violated the budget. The error that the CDK throws does not name the plugin. */
  get violated(): boolean {
    return this.isViolated;
  }

  /** Called by the CDK after it has written the templates. */
  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const known = budgetedStacks(context);
    const stacks = known.filter((stack) => isStackOf(stack, this.props.stack));
    if (stacks.length === 0 && this.props.stack !== undefined) return this.unknownStack(this.props.stack, known);
    const { acknowledge = [], tag } = this.props;
    const inScope = stacks.flatMap(({ lines }) => lines).filter((each) => tag === undefined || each.hasTags(tag) !== false);
    const costly = inScope.filter(({ line }) => line.state !== 'free');
    const counted = inScope.filter((each) => !acknowledge.some(({ resource }) => isNamed(each, resource)));
    const costs = costsByStack(stacks, new Set(counted));
    const unused = acknowledge.filter(({ resource }) => !costly.some((each) => isNamed(each, resource)));
    const violations = [
      ...this.overBudget(stacks, counted, costs),
      ...this.unpriced(counted),
      ...this.unknownUsage(counted),
      ...this.unknownTags(stacks, inScope, counted),
      ...(unused.length === 0 ? [] : [violation(ACKNOWLEDGEMENT_RULE, unusedAcknowledgementsText(unused), atStack(stacks[0]))]),
    ];
    const used = acknowledge.filter((each) => !unused.includes(each));
    const excluded = itemsWithoutUsage(counted);
    return this.reported(violations, {
      estimate: estimateText(totalOf(costs)),
      ...(excluded.length > 0 && { excludes: excludedUsageCountText(excluded.length) }),
      ...Object.fromEntries(costs.map(({ stack, monthlyUsd }) => [`stack ${stack}`, estimateText(monthlyUsd)])),
      ...Object.fromEntries(used.map(({ resource, reason }) => [`acknowledged ${resource}`, reason])),
    });
  }

  private reported(violations: PolicyViolation[], metadata: Readonly<Record<string, string>> = {}): PolicyValidationPluginReport {
    this.isViolated = violations.length > 0;
    return { success: !this.isViolated, violations, metadata };
  }

  private unknownStack(name: string, known: readonly BudgetedStack[]): PolicyValidationPluginReport {
    const names = [...new Set(known.flatMap((stack) => [stack.name, stack.path]))];
    return this.reported([violation(SCOPE_RULE, unknownStackText(name, names, suggestionFor(name, names)), atStack(known[0]))]);
  }

  private overBudget(stacks: readonly BudgetedStack[], counted: readonly BudgetedLine[], costs: readonly StackCost[]): PolicyViolation[] {
    const total = totalOf(costs);
    if (!total.mid.gt(this.subject.limitUsd)) return [];
    const components = byCost(counted, ({ line }) => line.component).map(([{ line }, monthlyUsd]) => ({
      component: line.component,
      monthlyUsd,
    }));
    const text = overBudgetText(total, this.subject, components, costs);
    const [mostExpensive] = byCost(counted, ({ line, path }) => (line.resource === null ? null : path));
    return [violation(RULE, text, mostExpensive === undefined ? atStack(stacks[0]) : atLine(mostExpensive[0]))];
  }

  private unpriced(counted: readonly BudgetedLine[]): PolicyViolation[] {
    const { allowUnpriced = [] } = this.props;
    const unpriced = new Set(unpricedLines({ lineItems: counted.map(({ line }) => line) }, allowUnpriced));
    const found = counted.filter((each) => unpriced.has(each.line) && !allowUnpriced.some((allowed) => isNamed(each, allowed)));
    const [first, ...others] = oncePerPath(found).map((each) => ({
      ...each,
      type: each.line.type,
      reason: lineReason(each.line) ?? 'the price is unknown',
    }));
    if (first === undefined) return [];
    return [violation(UNPRICED_RULE, unpricedResourcesText(this.subject, [first, ...others]), atLine(first))];
  }

  private unknownUsage(counted: readonly BudgetedLine[]): PolicyViolation[] {
    const found = this.props.requireUsage === true ? itemsWithoutUsage(counted) : [];
    const [first, ...others] = found.map((each) => ({ ...each, type: each.line.type }));
    if (first === undefined) return [];
    return [violation(USAGE_RULE, excludedItemsText(this.subject, [first, ...others]), atLine(first))];
  }

  private unknownTags(
    stacks: readonly BudgetedStack[],
    inScope: readonly BudgetedLine[],
    counted: readonly BudgetedLine[],
  ): PolicyViolation[] {
    const { tag } = this.props;
    if (tag === undefined) return [];
    if (inScope.length === 0) return [violation(SCOPE_RULE, untaggedText(this.subject), atStack(stacks[0]))];
    const [first, ...others] = oncePerPath(counted.filter((each) => each.line.state !== 'free' && each.hasTags(tag) === undefined));
    if (first === undefined) return [];
    const named = [first, ...others].map(({ path, line }) => ({ path, type: line.type }));
    return [violation(SCOPE_RULE, unknownTagsText(this.subject, named), atLine(first))];
  }
}

interface StackCost {
  readonly stack: string;
  readonly monthlyUsd: Interval<Usd>;
}

/** The CDK ignores a violation without a resource or construct, and prints it once for each of them: it has exactly one. */
function violation(ruleName: string, text: BudgetViolationText, at: PolicyViolatingResource): PolicyViolation {
  return { ruleName, ...text, violatingResources: [at] };
}

function atLine({ id, templatePath }: BudgetedLine): PolicyViolatingResource {
  return { resourceLogicalId: id, templatePath, locations: [] };
}

function atStack(stack: BudgetedStack | undefined): PolicyViolatingResource {
  return { constructPath: stack?.path ?? '', locations: [] };
}

function isStackOf({ name, path }: BudgetedStack, wanted: string | undefined): boolean {
  return wanted === undefined || name === wanted || path === wanted || path.startsWith(`${wanted}/`);
}

/** Costs of the stacks, the most expensive first. */
function costsByStack(stacks: readonly BudgetedStack[], counted: ReadonlySet<BudgetedLine>): readonly StackCost[] {
  return stacks
    .map((stack) => ({ stack: stack.path, monthlyUsd: costOf(stack, counted) }))
    .sort((left, right) => right.monthlyUsd.mid.comparedTo(left.monthlyUsd.mid));
}

function totalOf(costs: readonly StackCost[]): Interval<Usd> {
  return costs.reduce(
    (sum, { monthlyUsd }) => combineIntervals(sum, monthlyUsd, (left, right) => left.plus(right)),
    certain<Usd>(new Decimal(0)),
  );
}

/** The first line of each name with the cost of all its lines, the most expensive name first; without names that cost nothing. */
function byCost(lines: readonly BudgetedLine[], nameOf: (line: BudgetedLine) => string | null): (readonly [BudgetedLine, Decimal])[] {
  const costs = new Map<string, readonly [BudgetedLine, Decimal]>();
  for (const each of lines) {
    const name = nameOf(each);
    if (name === null || each.line.monthlyUsd.mid.isZero()) continue;
    const [first, cost] = costs.get(name) ?? [each, new Decimal(0)];
    costs.set(name, [first, cost.plus(each.line.monthlyUsd.mid)]);
  }
  return [...costs.values()].sort(([, left], [, right]) => right.comparedTo(left));
}

/** Line items with usage that no template declares, one for each resource. */
function itemsWithoutUsage(lines: readonly BudgetedLine[]): readonly BudgetedLine[] {
  return oncePerPath(lines.filter(({ line }) => line.excludesUsage === true));
}

function oncePerPath(lines: readonly BudgetedLine[]): readonly BudgetedLine[] {
  return [...new Map(lines.map((each) => [`${each.templatePath} ${each.path}`, each])).values()];
}
