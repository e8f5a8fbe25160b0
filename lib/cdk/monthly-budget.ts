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
import { Decimal } from '../core/money';
import { InputError, shown } from '../core/problems';
import { type ComponentCost, excludedItemsText, overBudgetText, unpricedResourcesText } from '../output/budget-violations';
import { lineReason } from '../output/line-reasons';
import type { Estimate, LineItem } from '../pricing/estimate';
import { unpricedLines } from '../pricing/require-complete';

/** Properties of MonthlyBudget. */
export interface MonthlyBudgetProps {
  /** Largest allowed cost in US dollars per month, compared with the mid of the estimate. */
  readonly budget: number | string;
  /**
   * Resources that may be unpriced, by type (`AWS::DynamoDB::Table`), logical id or construct path (`Shop/Orders`, which includes
   * everything below it). Their cost is not part of the total that is compared with the budget. Default: none, so that every
   * unpriced resource is a violation.
   */
  readonly allowUnpriced?: readonly string[];
  /**
   * Whether a total that excludes usage is a violation. Default: false, because no template contains usage: every bucket, queue and
   * function would be a violation until `declareUsage` declares its quantities.
   */
  readonly requireUsage?: boolean;
}

const RULE = 'monthly-budget';
const UNPRICED_RULE = 'monthly-budget-unpriced';
const USAGE_RULE = 'monthly-budget-usage';

/**
 * A budget for the templates of a CDK app: `Validations.of(app).addPlugins(new MonthlyBudget({ budget: 2500 }))`.
 * Synthesis fails when the estimate of all synthesized stacks, at the expected load, is above the budget. It also fails for
 * unpriced resources, and with `requireUsage` for unknown usage, because an incomplete total cannot be compared with a budget. The
 * constructor throws an InputError for a budget that is not a positive amount.
 */
export class MonthlyBudget implements IPolicyValidationPlugin {
  /** Name of the plugin in the report of the CDK. */
  readonly name = 'sizing-blueprints';
  /** Rules that the plugin checks. */
  readonly ruleIds = [RULE, UNPRICED_RULE, USAGE_RULE];
  private readonly limit: Decimal;
  private readonly allowUnpriced: readonly string[];
  private readonly requireUsage: boolean;
  private isViolated = false;

  constructor({ budget, allowUnpriced = [], requireUsage = false }: MonthlyBudgetProps) {
    const limit = amountOf(budget);
    if (limit === undefined) {
      throw new InputError('MonthlyBudget', [
        { path: 'budget', received: shown(budget), expected: 'an amount in US dollars above 0, such as 2500' },
      ]);
    }
    this.limit = limit;
    this.allowUnpriced = allowUnpriced;
    this.requireUsage = requireUsage;
  }

  /** Whether the last synthesis violated the budget. The error that the CDK throws does not name the plugin. */
  get violated(): boolean {
    return this.isViolated;
  }

  /** Called by the CDK after it has written the templates. */
  validate({ stackTemplates, appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    const stacks = stackTemplates.map(({ templatePath, region, stackConstructPath }) => ({
      templatePath,
      pathOf: (id: string) => constructPathOf(id, stackConstructPath, appConstruct),
      ...estimateTemplateFiles(templatePath, regionOf(region)),
    }));
    const violations = [...this.overBudget(stacks), ...this.unpriced(stacks), ...this.unknownUsage(stacks)];
    this.isViolated = violations.length > 0;
    return { success: !this.isViolated, violations };
  }

  private overBudget(stacks: readonly EstimatedStack[]): PolicyViolation[] {
    const total = stacks.reduce((sum, { estimate }) => sum.plus(estimate.monthlyUsd.mid), new Decimal(0));
    if (!total.gt(this.limit)) return [];
    return [
      {
        ruleName: RULE,
        ...overBudgetText(total, this.limit, componentCosts(stacks)),
        violatingResources: mostExpensiveResource(stacks),
      },
    ];
  }

  private unpriced(stacks: readonly EstimatedStack[]): PolicyViolation[] {
    const found = stacks.flatMap((stack) => unpricedResources(stack, this.allowUnpriced));
    const [first, ...others] = found;
    if (first === undefined) return [];
    return [
      {
        ruleName: UNPRICED_RULE,
        ...unpricedResourcesText(this.limit, [first, ...others]),
        violatingResources: [{ resourceLogicalId: first.id, templatePath: first.templatePath, locations: [] }],
      },
    ];
  }

  private unknownUsage(stacks: readonly EstimatedStack[]): PolicyViolation[] {
    const found = this.requireUsage ? stacks.flatMap(excludedItems) : [];
    const [first, ...others] = found;
    if (first === undefined) return [];
    const { templatePath } = first;
    return [
      {
        ruleName: USAGE_RULE,
        ...excludedItemsText(this.limit, [first, ...others]),
        violatingResources: [{ resourceLogicalId: first.id, templatePath, locations: [] }],
      },
    ];
  }
}

function amountOf(usd: number | string): Decimal | undefined {
  if (!/^\d+(\.\d+)?$/.test(String(usd))) return undefined;
  const amount = new Decimal(usd);
  return amount.gt(0) ? amount : undefined;
}

/** The CDK passes a placeholder such as `unknown-region` for a stack without a region. */
function regionOf(region: string | undefined): string | undefined {
  return region === undefined || region.startsWith('unknown') ? undefined : region;
}

interface EstimatedStack {
  readonly templatePath: string;
  /** Construct path of the resource with this logical id; undefined where no construct has it. */
  readonly pathOf: (id: string) => string | undefined;
  readonly estimate: Estimate;
}

interface UnpricedResource {
  readonly id: string;
  readonly type: string;
  /** Construct path, such as `Shop/Orders/Resource`; the logical id for a resource without a construct. */
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

/** Unpriced resources that `allowUnpriced` does not name. */
function unpricedResources({ templatePath, pathOf, estimate }: EstimatedStack, allowUnpriced: readonly string[]): UnpricedResource[] {
  return unpricedLines(estimate, allowUnpriced).flatMap((line) => {
    const { resource, type } = line;
    const id = resource ?? type;
    const path = pathOf(id) ?? id;
    return allowUnpriced.some((allowed) => path === allowed || path.startsWith(`${allowed}/`))
      ? []
      : [{ id, type, path, reason: lineReason(line) ?? 'the price is unknown', templatePath }];
  });
}

/** Resources and charges whose usage the estimate of a stack excludes. */
function excludedItems({ templatePath, pathOf, estimate }: EstimatedStack) {
  return estimate.excludesUsageOf.map(({ resource, type }) => {
    const id = resource ?? type;
    return { id, type, path: pathOf(id) ?? id, templatePath };
  });
}

/** Components of all stacks with their cost, the most expensive first. */
function componentCosts(stacks: readonly EstimatedStack[]): readonly ComponentCost[] {
  const lines = stacks.flatMap(({ estimate }) => estimate.lineItems);
  return byCost(lines, ({ component }) => component).map(([component, monthlyUsd]) => ({ component, monthlyUsd }));
}

/** The CDK prints the whole violation once per resource, so only the most expensive resource is named. */
function mostExpensiveResource(stacks: readonly EstimatedStack[]): PolicyViolatingResource[] {
  const [mostExpensive] = stacks
    .flatMap(({ templatePath, estimate }) =>
      byCost(estimate.lineItems, ({ resource }) => resource).map(([id, cost]) => ({ id, cost, templatePath })),
    )
    .sort((left, right) => right.cost.comparedTo(left.cost));
  return mostExpensive === undefined
    ? []
    : [{ resourceLogicalId: mostExpensive.id, templatePath: mostExpensive.templatePath, locations: [] }];
}

function byCost(lines: readonly LineItem[], nameOf: (line: LineItem) => string | null): [string, Decimal][] {
  const costs = new Map<string, Decimal>();
  for (const line of lines) {
    const name = nameOf(line);
    if (name !== null && !line.monthlyUsd.mid.isZero()) costs.set(name, (costs.get(name) ?? new Decimal(0)).plus(line.monthlyUsd.mid));
  }
  return [...costs].sort(([, left], [, right]) => right.comparedTo(left));
}
