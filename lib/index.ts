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

export { blueprintFor } from './answers/blueprint-for';
export { estimateBlueprint } from './answers/estimate-blueprint';
export {
  type ClusterEstimate,
  type ClusterEstimateRequest,
  estimateCharts,
  estimateManifestFiles,
} from './answers/estimate-manifest-files';
export type { BlueprintEstimate } from './answers/estimate-stacks';
export { estimateTemplateFiles, type TemplateFilesEstimate } from './answers/estimate-template-files';
export { priceTemplates } from './answers/price-templates';
export { BlueprintStack, type BlueprintStackProps } from './aws/blueprint-stack';
export type { ContainerImages } from './aws/ecs/container-images';
export type { Blueprint } from './blueprint/blueprint';
export { estimate } from './cdk/estimate-stack';
export { MonthlyBudget, type MonthlyBudgetProps } from './cdk/monthly-budget';
export { TierStack, type TierStackProps } from './cdk/tier-stack';
export { InputError, LimitExceededError, type Problem, UnpricedError } from './core/problems';
export type { OptionsInput, SystemInput, TierInput } from './model/inputs';
export { defineTier } from './model/tier';
export { estimateToJson } from './output/json/estimate';
export type { Estimate, LineItem } from './pricing/estimate';
export { requireComplete } from './pricing/require-complete';
