import {
  CfnResource,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  type PolicyViolatingResource,
  type PolicyViolation,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { estimateTemplateFiles } from '../answers/estimate-template-files';
import { Decimal, toCents } from '../core/money';
import { InputError, shown } from '../core/problems';
import type { Estimate, LineItem } from '../pricing/estimate';
import { unpricedLines } from '../pricing/require-complete';

export interface MonthlyBudgetProps {
  /** US dollars a month that the bill, at its mid, may not exceed. */
  readonly usd: number | string;
  /**
   * Types (`AWS::DynamoDB::Table`), logical ids or construct paths (`Shop/Orders`) of resources that may stay without a price: they
   * are not part of the total that the budget is compared with. A path stands for everything below it. Default: none, so that a
   * resource without a price is a violation.
   */
  readonly allowUnpriced?: readonly string[];
}

const RULE = 'monthly-budget';
const UNPRICED_RULE = 'monthly-budget-unpriced';
/** So many of the dearest components are told: enough to see where the money goes. */
const NAMED_COMPONENTS = 3;
/** The violation names so many resources without a price; the others are counted. */
const NAMED_UNPRICED = 10;

/**
 * A budget for the templates of a CDK app: `Validations.of(app).addPlugins(new MonthlyBudget({ usd: 2500 }))`.
 * Synthesis fails when the bill of what was synthesized (all stacks of a region together, at the expected load) is
 * above it, or when a resource has no price: a total that leaves something out says nothing about a budget. The constructor
 * throws an InputError for a budget that is not a positive amount.
 */
export class MonthlyBudget implements IPolicyValidationPlugin {
  readonly name = 'sizing-blueprints';
  readonly ruleIds = [RULE, UNPRICED_RULE];
  private readonly limit: Decimal;
  private readonly allowUnpriced: readonly string[];
  private isViolated = false;

  constructor({ usd, allowUnpriced = [] }: MonthlyBudgetProps) {
    const limit = amountOf(usd);
    if (limit === undefined) {
      throw new InputError('MonthlyBudget', [{ path: 'usd', received: shown(usd), expected: 'US dollars above 0, such as 2500' }]);
    }
    this.limit = limit;
    this.allowUnpriced = allowUnpriced;
  }

  /** Whether the last synthesis violated the budget: the error that CDK throws does not name the plugin. */
  get violated(): boolean {
    return this.isViolated;
  }

  /** Called by CDK once the templates are written. */
  validate({ stackTemplates, appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    const bills = stackTemplates.map(({ templatePath, region, stackConstructPath }) => ({
      templatePath,
      pathOf: (id: string) => constructPathOf(id, stackConstructPath, appConstruct),
      ...estimateTemplateFiles(templatePath, regionOf(region)),
    }));
    const violations = [...this.overBudget(bills), ...this.unpriced(bills)];
    this.isViolated = violations.length > 0;
    return { success: !this.isViolated, violations };
  }

  private overBudget(bills: Bills): PolicyViolation[] {
    const total = bills.reduce((sum, { estimate }) => sum.plus(estimate.monthlyUsd.mid), new Decimal(0));
    if (!total.gt(this.limit)) return [];
    return [
      {
        ruleName: RULE,
        description: `$${toCents(total)} a month is above the budget of $${toCents(this.limit)}. Most of it: ${componentCosts(bills)}.`,
        fix: 'Take a smaller tier, or raise the budget.',
        violatingResources: dearestResource(bills),
      },
    ];
  }

  private unpriced(bills: Bills): PolicyViolation[] {
    const found = bills.flatMap((bill) => unpricedResources(bill, this.allowUnpriced));
    const [first] = found;
    if (first === undefined) return [];
    const named = found.slice(0, NAMED_UNPRICED).map(({ path, type, reason }) => `${path} (${type}): ${reason}`);
    const more = found.length - named.length;
    return [
      {
        ruleName: UNPRICED_RULE,
        description: `The budget of $${toCents(this.limit)} cannot be checked: ${found.length === 1 ? '1 resource has' : `${found.length} resources have`} no price. ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
        fix: `Check their cost and add their types, logical ids or construct paths to allowUnpriced, such as ['${first.type}'].`,
        violatingResources: [{ resourceLogicalId: first.id, templatePath: first.templatePath, locations: [] }],
      },
    ];
  }
}

function amountOf(usd: number | string): Decimal | undefined {
  if (!/^\d+(\.\d+)?$/.test(String(usd))) return undefined;
  const amount = new Decimal(usd);
  return amount.gt(0) ? amount : undefined;
}

/** CDK gives a stack of unknown region the text of a placeholder. */
function regionOf(region: string | undefined): string | undefined {
  return region === undefined || region.startsWith('unknown') ? undefined : region;
}

interface BillOfStack {
  readonly templatePath: string;
  /** Construct path of the resource with this logical id; undefined where no construct has it. */
  readonly pathOf: (id: string) => string | undefined;
  readonly estimate: Estimate;
}
type Bills = readonly BillOfStack[];

interface UnpricedResource {
  readonly id: string;
  readonly type: string;
  /** Construct path, such as `Shop/Orders/Resource`; the logical id where there is none. */
  readonly path: string;
  readonly reason: string;
  readonly templatePath: string;
}

function constructPathOf(id: string, stackPath: string, app: IConstruct): string | undefined {
  const found = app.node
    .findAll()
    .find(
      (each) => each.node.path.startsWith(`${stackPath}/`) && CfnResource.isCfnResource(each) && each.stack.resolve(each.logicalId) === id,
    );
  return found?.node.path;
}

/** Resources without a price, apart from those that `allowUnpriced` names. */
function unpricedResources({ templatePath, pathOf, estimate }: BillOfStack, allowUnpriced: readonly string[]): UnpricedResource[] {
  return unpricedLines(estimate, allowUnpriced).flatMap(({ resource, type, reason }) => {
    const id = resource ?? type;
    const path = pathOf(id) ?? id;
    return allowUnpriced.some((allowed) => path === allowed || path.startsWith(`${allowed}/`))
      ? []
      : [{ id, type, path, reason: reason ?? 'no price is known', templatePath }];
  });
}

/** Components of all stacks, the dearest first. */
function componentCosts(bills: Bills): string {
  const lines = bills.flatMap(({ estimate }) => estimate.lineItems);
  return dearestFirst(lines, ({ component }) => component)
    .slice(0, NAMED_COMPONENTS)
    .map(([component, cost]) => `${component} $${toCents(cost)}`)
    .join(', ');
}

/** CDK prints the whole violation for each resource that is named, so it is the dearest one. */
function dearestResource(bills: Bills): PolicyViolatingResource[] {
  const [dearest] = bills
    .flatMap(({ templatePath, estimate }) =>
      dearestFirst(estimate.lineItems, ({ resource }) => resource).map(([id, cost]) => ({ id, cost, templatePath })),
    )
    .sort((left, right) => right.cost.comparedTo(left.cost));
  return dearest === undefined ? [] : [{ resourceLogicalId: dearest.id, templatePath: dearest.templatePath, locations: [] }];
}

function dearestFirst(lines: readonly LineItem[], nameOf: (line: LineItem) => string | null): [string, Decimal][] {
  const costs = new Map<string, Decimal>();
  for (const line of lines) {
    const name = nameOf(line);
    if (name !== null && !line.monthlyUsd.mid.isZero()) costs.set(name, (costs.get(name) ?? new Decimal(0)).plus(line.monthlyUsd.mid));
  }
  return [...costs].sort(([, left], [, right]) => right.comparedTo(left));
}
