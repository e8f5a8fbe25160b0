import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolatingResource } from 'aws-cdk-lib';
import type { Estimate, LineItem } from './pricing';
import { InputError, shown } from './problems';
import { billOfTemplates } from './template-bill';
import { Decimal, toCents } from './units';

export interface MonthlyBudgetProps {
  /** US dollars a month that the bill, at its mid, may not exceed. */
  readonly usd: number | string;
}

const RULE = 'monthly-budget';
/** So many of the dearest components are told: enough to see where the money goes. */
const NAMED_COMPONENTS = 3;

/**
 * A budget for the templates of a CDK app: `Validations.of(app).addPlugins(new MonthlyBudget({ usd: 2500 }))`.
 * Synthesis fails when the bill of what was synthesized (all stacks of a region together, at the expected load) is
 * above it. The constructor throws an InputError for a budget that is not a positive amount.
 */
export class MonthlyBudget implements IPolicyValidationPlugin {
  readonly name = 'sizing-blueprints';
  readonly ruleIds = [RULE];
  private readonly limit: Decimal;
  private over = false;

  constructor({ usd }: MonthlyBudgetProps) {
    const limit = amountOf(usd);
    if (limit === undefined) {
      throw new InputError('MonthlyBudget', [{ path: 'usd', received: shown(usd), allowed: 'US dollars above 0, such as 2500' }]);
    }
    this.limit = limit;
  }

  /** Whether a synthesis since then was above the budget: the error that CDK throws does not say by which plugin. */
  get exceeded(): boolean {
    return this.over;
  }

  /** Called by CDK once the templates are written. */
  validate({ stackTemplates }: IPolicyValidationContext): PolicyValidationPluginReport {
    const bills = stackTemplates.map(({ templatePath, region }) => ({
      templatePath,
      estimate: billOfTemplates(templatePath, regionOf(region)).estimate,
    }));
    const total = bills.reduce((sum, { estimate }) => sum.plus(estimate.monthlyUsd.mid), new Decimal(0));
    this.over = total.gt(this.limit);
    if (!this.over) return { success: true, violations: [] };
    return {
      success: false,
      violations: [
        {
          ruleName: RULE,
          description: `$${toCents(total)} a month is above the budget of $${toCents(this.limit)}. Most of it: ${componentCosts(bills)}.`,
          fix: 'Take a smaller tier, or raise the budget.',
          violatingResources: dearestResource(bills),
        },
      ],
    };
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

type Bills = readonly { readonly templatePath: string; readonly estimate: Estimate }[];

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
