import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from 'aws-cdk-lib';
import type { Estimate } from './pricing';
import { InputError, shown } from './problems';
import { billOfTemplates } from './template-bill';
import { Decimal, toCents } from './units';

export interface MonthlyBudgetProps {
  /** US dollars a month that the bill, at its mid, may not exceed. */
  readonly usd: number | string;
}

const RULE = 'monthly-budget';
/** So many of the dearest resources are told: enough to see where the money goes. */
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
    const resources = dearest(bills);
    return {
      success: false,
      violations: [
        {
          ruleName: RULE,
          description: `$${toCents(total)} a month is above the budget of $${toCents(this.limit)}. Most of it: ${told(resources)}.`,
          fix: 'Take a smaller tier, or raise the budget.',
          // CDK prints the whole violation for each resource that is named here.
          violatingResources: resources.slice(0, 1).map(({ id, templatePath }) => ({ resourceLogicalId: id, templatePath, locations: [] })),
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

interface ResourceCost {
  readonly id: string;
  readonly templatePath: string;
  readonly cost: Decimal;
}

function dearest(bills: readonly { readonly templatePath: string; readonly estimate: Estimate }[]): ResourceCost[] {
  return bills
    .flatMap(({ templatePath, estimate }) => costsOf(templatePath, estimate))
    .sort((left, right) => right.cost.comparedTo(left.cost))
    .slice(0, NAMED_RESOURCES);
}

function costsOf(templatePath: string, { lineItems }: Estimate): ResourceCost[] {
  const costs = new Map<string, Decimal>();
  for (const { resource, monthlyUsd } of lineItems) {
    if (resource !== null) costs.set(resource, (costs.get(resource) ?? new Decimal(0)).plus(monthlyUsd.mid));
  }
  return [...costs].map(([id, cost]) => ({ id, templatePath, cost }));
}

function told(resources: readonly ResourceCost[]): string {
  return resources.map(({ id, cost }) => `${id} $${toCents(cost)}`).join(', ');
}
