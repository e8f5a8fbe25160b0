import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolatingResource } from 'aws-cdk-lib';
import type { Estimate } from './pricing';
import { InputError, shown } from './problems';
import { billOfTemplates } from './template-bill';
import { Decimal, toCents } from './units';

export interface MonthlyBudgetProps {
  /** US dollars a month that the bill, at its mid, may not exceed. */
  readonly usd: number | string;
}

const RULE = 'monthly-budget';
/** So many of the dearest resources are named: enough to see where the money goes. */
const NAMED_RESOURCES = 3;

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
          description: `$${toCents(total)} a month is above the budget of $${toCents(this.limit)}. The dearest resources are named.`,
          fix: 'Take a smaller tier, or raise the budget.',
          violatingResources: bills.flatMap(({ templatePath, estimate }) => dearest(templatePath, estimate)),
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

function dearest(templatePath: string, { lineItems }: Estimate): PolicyViolatingResource[] {
  const costs = new Map<string, Decimal>();
  for (const { resource, monthlyUsd } of lineItems) {
    if (resource !== null) costs.set(resource, (costs.get(resource) ?? new Decimal(0)).plus(monthlyUsd.mid));
  }
  return [...costs]
    .sort(([, left], [, right]) => right.comparedTo(left))
    .slice(0, NAMED_RESOURCES)
    .map(([resourceLogicalId]) => ({ resourceLogicalId, templatePath, locations: [] }));
}
