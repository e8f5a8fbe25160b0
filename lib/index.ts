/**
 * sizing-blueprints: tiers as stacks of your own CDK app, with an estimate of the synthesized templates, and a function for
 * every question that the command `sizing` answers.
 *
 * ```ts
 * import { MonthlyBudget, recommendTier, synthesizeAndEstimate, TierStack } from 'sizing-blueprints';
 * import { aiva } from 'sizing-blueprints/tiers';
 *
 * new TierStack(app, 'Chat', { system: aiva, tier: 'large', gpu: 't4', region: 'eu-west-1', imageTag: '1.4.2' });
 * Validations.of(app).addPlugins(new MonthlyBudget({ budget: 2500 }));
 *
 * const { recommendation } = recommendTier({ system: aiva, workload: { concurrentUsers: 80 } }, synthesizeAndEstimate);
 * ```
 *
 * `recommendJson`, `compareJson` and the functions named like them give the JSON that the command prints with `--json`; the package has its
 * schemas in `sizing-blueprints/schemas`.
 *
 * @module sizing-blueprints
 */
export type { AnswerWarning } from './answers/answer-warning';
export { blueprintFor } from './answers/blueprint-for';
export type { CalibrationSource } from './answers/calibrated-system';
export { type CapacityAnswer, type CapacityRequest, tierCapacity } from './answers/capacity';
export {
  type CheckedRequirement,
  type ClusterCheck,
  type ClusterState,
  checkCluster,
  type KubernetesRequirement,
} from './answers/check-cluster';
export { type CheckAnswer, type CheckRequest, checkTemplates } from './answers/check-templates';
export type { ClusterCosts, NodeSummary, WorkloadCost } from './answers/cluster-costs';
export { type CompareAnswer, type ComparedTier, type CompareRequest, compareTiers } from './answers/compare';
export { type CurveAnswer, type CurveRequest, costCurve } from './answers/curve';
export { type DesignAnswer, designTierFor, type TierDesignRequest } from './answers/design';
export { type DiffAnswer, type DiffLimits, diffFailures, diffFiles, type MaxIncrease } from './answers/diff';
export { type DiffRevisionRequest, diffRevision } from './answers/diff-revision';
export { type EstimateAnswer, estimateFiles, estimateTier, type TierRequest } from './answers/estimate';
export { estimateBlueprint } from './answers/estimate-blueprint';
export {
  type ClusterEstimate,
  type ClusterEstimateRequest,
  estimateCharts,
  estimateManifestFiles,
} from './answers/estimate-manifest-files';
export type { BlueprintEstimate } from './answers/estimate-stacks';
export { estimateTemplateFiles, type TemplateFilesEstimate, type TemplateFilesGiven } from './answers/estimate-template-files';
export type { EstimatedTier, Estimator } from './answers/estimated-tier';
export { type ExplainAnswer, explainTier } from './answers/explain';
export { type FitAnswer, type FitRequest, fitLoadTests } from './answers/fit';
export {
  type ExistingDefinition,
  type InitAnswer,
  type InitRequest,
  initProject,
  type StarterSystem,
} from './answers/init';
export type { LeverGain } from './answers/lever-gains';
export { type ChosenLever, type LeveredSystem, withLevers } from './answers/levers';
export { type LintAnswer, type LintRequest, lintManifests } from './answers/lint';
export { type FixedFile, fixManifests, type LintFix, writeFixes } from './answers/lint-fix';
export { type ListAnswer, type ListedRegion, type ListedSystem, type ListedTier, listTiers } from './answers/list';
export {
  type ApplyStep,
  type ManifestMoveAnswer,
  planManifestMove,
  planTierManifestMove,
} from './answers/manifest-move';
export { type ManifestsAnswer, type ManifestsRequest, type RenderedDirectory, tierManifests } from './answers/manifests';
export { type MoveRequest, planMove } from './answers/move';
export type { MoveAnswer } from './answers/move-answer';
export { type ObserveAnswer, type ObserveRequest, observeMetrics } from './answers/observe';
export type { OptionDescription } from './answers/option-descriptions';
export { priceTemplates } from './answers/price-templates';
export { type QuotaNeed, type QuotasAnswer, type QuotaVerdict, tierQuotas } from './answers/quotas';
export { type RecommendAnswer, type RecommendRequest, recommendTier } from './answers/recommend';
export { readRecommendations } from './answers/recommendation-file';
export { synthesizeAndEstimate } from './answers/synthesize-and-estimate';
export type { SystemReference } from './answers/system-reference';
export { planTemplateMove } from './answers/template-move';
export { readUsageFile } from './answers/usage-file';
export type { WorkloadInput } from './answers/workload-input';
export { BlueprintStack, type BlueprintStackProps } from './aws/blueprint-stack';
export type { ContainerImages } from './aws/ecs/container-images';
export type { ExistingResources } from './aws/existing-resources';
export type {
  CacheParts,
  DatabaseParts,
  DocumentStoreParts,
  LoadBalancerPart,
  NodePoolParts,
  Parts,
  ServiceParts,
  StackParts,
} from './aws/stack-parts';
export type { StackSettings } from './aws/stack-settings';
export type { Blueprint } from './blueprint/blueprint';
export { type DeclaredQuantities, declareUsage } from './cdk/declare-usage';
export { estimate, type StackEstimateRequest } from './cdk/estimate-stack';
export { MonthlyBudget } from './cdk/monthly-budget';
export type { BudgetAcknowledgement, MonthlyBudgetProps } from './cdk/monthly-budget-props';
export { type SynthesizedTier, synthesizeTier } from './cdk/synthesize-tier';
export { TierCache, type TierCacheProps } from './cdk/tier-cache';
export type { TierComponentProps, TierDataStoreProps } from './cdk/tier-component';
export { TierDatabase, type TierDatabaseProps } from './cdk/tier-database';
export { TierQueue, type TierQueueProps } from './cdk/tier-queue';
export { type ListenerRule, TierService, type TierServiceProps } from './cdk/tier-service';
export { TierStack } from './cdk/tier-stack';
export type { TierStackProps } from './cdk/tier-stack-props';
export type { ComponentId, LoadBalancers, ServiceId } from './cdk/typed-parts';
export type { SynthesizeRequest } from './cdk/write-assembly';
export type { UsageAmountInput, UsageInput } from './contract/usage-file';
export type { ExceededLimit } from './core/exceeded-limit';
export { InputError, LimitExceededError, type Problem } from './core/problems';
export { type LoadedDefinition, loadDefinition } from './definition/load-definition';
export { readTierFiles } from './definition/tier-files';
export { type DefinedSystem, defineSystem, type TierId } from './model/define-system';
export { type DefinedTier, defineTier } from './model/define-tier';
export type { OptionsInput, SystemInput, TierInput } from './model/inputs';
export type { ComponentOverride, SystemDefinition, TierExtension } from './model/tier-extension';
export { answerWarningText } from './output/answer-warnings';
export { blueprintWarningText, tradeOffText } from './output/blueprint-warnings';
export { DEFINITION_LANGUAGES, type DefinitionLanguage, definitionText } from './output/definition-text';
export { withReadmes } from './output/directory-readme';
export { exceededLimitText } from './output/exceeded-limits';
export { capacityJson } from './output/json/capacity';
export { checkJson } from './output/json/check';
export { clusterCheckJson } from './output/json/cluster-check';
export { compareJson } from './output/json/compare';
export { curveJson } from './output/json/curve';
export { designJson } from './output/json/design';
export { diffJson } from './output/json/diff';
export { estimateToJson } from './output/json/estimate';
export { explainJson } from './output/json/explain';
export { calibrationFile, fitJson } from './output/json/fit';
export { lintJson } from './output/json/lint';
export { listJson } from './output/json/list';
export { manifestMoveJson } from './output/json/manifest-move';
export { manifestsJson } from './output/json/manifests';
export { moveJson } from './output/json/move';
export { observationFile, observeJson } from './output/json/observe';
export { quotasJson } from './output/json/quotas';
export { recommendJson } from './output/json/recommend';
export { lineReason } from './output/line-reasons';
export type { StarterFile } from './output/starter-file';
export { type StarterChoices, type StarterVersions, starterFiles } from './output/starter-files';
export { usageBasisText } from './output/usage-basis';
export type { Estimate, LineItem } from './pricing/estimate';
export type { TemplateUse } from './pricing/estimate-template';
export type { LineReason, LineReasonKind } from './pricing/line-reason';
export { requireComplete } from './pricing/require-complete';
export { type IncompleteLine, UnpricedError } from './pricing/unpriced-error';
export type { UsageRead } from './pricing/usage-ledger';
