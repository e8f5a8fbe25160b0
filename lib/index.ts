/**
 * sizing-blueprints: tiers as stacks of your own CDK app, and the monthly bill of exactly what was synthesized.
 *
 * ```ts
 * import { TierStack, MonthlyBudget } from 'sizing-blueprints';
 * import { aiva } from 'sizing-blueprints/tiers';
 *
 * new TierStack(app, 'Chat', { system: aiva, tier: 'large', gpu: 't4', region: 'eu-west-1' });
 * Validations.of(app).addPlugins(new MonthlyBudget({ usd: 2500 }));
 * ```
 */
export { BlueprintStack, type BlueprintStackProps, type ContainerImages } from './aws';
export { type Bill, billOf } from './bill';
export type { Blueprint } from './blueprint';
export { blueprintFor } from './blueprint-for';
export { estimate } from './estimate-stack';
export { billOfCharts, billOfManifests, type ManifestBill, type ManifestBillRequest } from './manifest-bill';
export { defineTier, type OptionsInput, type SystemInput, type TierInput } from './model';
export { MonthlyBudget, type MonthlyBudgetProps } from './monthly-budget';
export { priceTemplates } from './price-templates';
export { type Estimate, estimateToJson, type LineItem, requireComplete } from './pricing';
export { InputError, LimitExceededError, type Problem, UnpricedError } from './problems';
export { billOfTemplates, type TemplateBill } from './template-bill';
export { TierStack, type TierStackProps } from './tier-stack';
