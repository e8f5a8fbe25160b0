import type { Blueprint } from '../blueprint/blueprint';
import type { BlueprintWarning } from '../blueprint/warnings';
import type { UsageInput } from '../contract/usage-file';
import { InputError } from '../core/problems';
import { holdsManifests } from '../manifests/holds-manifests';
import type { Estimate } from '../pricing/estimate';
import type { TemplateUse } from '../pricing/estimate-template';
import type { AnswerWarning } from './answer-warning';
import { blueprintFor } from './blueprint-for';
import type { ClusterCosts } from './cluster-costs';
import { entryWarnings } from './entry-warnings';
import type { ChartsOf, ClusterEstimate, ClusterEstimateRequest } from './estimate-manifest-files';
import type { Estimator } from './estimated-tier';
import { handledWarnings } from './handled-warnings';
import { systemOfRequest } from './system-reference';

/** The monthly cost of files or of a tier. */
export interface EstimateAnswer {
  /** Subject of the estimate: the path, or the name of the system and the id of the tier. */
  readonly subject: string;
  /** Line items with their totals. */
  readonly estimate: Estimate;
  /** Nodes, and their cost by workload; absent unless Kubernetes manifests were estimated. */
  readonly costs?: ClusterCosts;
  /** Usage that the prices of templates depend on; absent unless templates were estimated. */
  readonly uses?: readonly TemplateUse[];
  /** Warnings about the blueprint of a tier; empty for files. */
  readonly blueprintWarnings: readonly BlueprintWarning[];
  /** Other warnings: limitations of the estimate that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/** Request keys of a tier: `system`, `tier` and options by context key, as strings or values. */
export type TierRequest = Readonly<Record<string, unknown>>;

/** Settings of the estimate of files. */
export interface FileEstimateRequest extends ClusterEstimateRequest {
  /** Values of the parameters of templates, by name. Default: the defaults of the parameters. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Usage of the resources of templates, by selector. Default: as declared in the templates. */
  readonly usage?: UsageInput;
}

/**
 * Estimates a CloudFormation template, a `cdk.out` folder, or a file or folder of Kubernetes manifests. Throws an InputError
 * for files that are none of these, and for a region without prices.
 */
export function estimateFiles(path: string, { parameters = {}, usage, ...request }: FileEstimateRequest = {}): EstimateAnswer {
  if (holdsManifests(path)) {
    requireNoParameters(parameters);
    if (usage !== undefined)
      throw new InputError('usage', [{ path, reason: 'contains manifests', expected: 'a template or a cdk.out folder' }]);
    return ofCluster(path, clusters().estimateManifestFiles(path, request), []);
  }
  const { estimateTemplateFiles } = require('./estimate-template-files') as typeof import('./estimate-template-files');
  const { estimate, uses, warnings } = estimateTemplateFiles(path, request.region, { parameters, ...(usage !== undefined && { usage }) });
  return { subject: path, estimate, uses, blueprintWarnings: [], warnings };
}

function requireNoParameters(parameters: Readonly<Record<string, string>>): void {
  const problems = Object.keys(parameters).map((path) => ({ path, reason: 'manifests have no parameters', expected: 'a template' }));
  if (problems.length > 0) throw new InputError('parameters', problems);
}

/** Whether `estimateFiles` reads Kubernetes manifests at a path. Throws an InputError for an unreadable path. */
export function isManifestPath(path: string): boolean {
  return holdsManifests(path);
}

/**
 * Estimates a tier of a system with its options. Nodes can be chosen for `platform=kubernetes` only, whose charts are
 * synthesized in this process by default. Throws an InputError with every problem of the request.
 */
export function estimateTier(
  request: TierRequest,
  estimator: Estimator,
  nodes: ClusterEstimateRequest = {},
  chartsOf?: ChartsOf,
): EstimateAnswer {
  const blueprint = blueprintFor(request);
  const { warnings: blueprintWarnings } = blueprint;
  const { notHandled, moreInstances } = handledWarnings(systemOfRequest(request), blueprint);
  const warnings = [...entryWarnings(blueprint), ...notHandled, ...moreInstances];
  if (blueprint.options.platform === 'kubernetes') {
    const cluster = clusters().estimateCharts(blueprint, nodes, chartsOf);
    return ofCluster(subjectOf(blueprint), { ...cluster, warnings: [...warnings, ...cluster.warnings] }, blueprintWarnings);
  }
  return { subject: subjectOf(blueprint), estimate: estimator(blueprint), blueprintWarnings, warnings };
}

/** Loaded on demand, as the reader of templates is: the estimate of a tier reads no files. */
function clusters(): typeof import('./estimate-manifest-files') {
  return require('./estimate-manifest-files') as typeof import('./estimate-manifest-files');
}

function subjectOf({ system, tier }: Blueprint): string {
  return `${system.name} ${tier.id}`;
}

function ofCluster(
  subject: string,
  { estimate, costs, warnings }: ClusterEstimate,
  blueprintWarnings: EstimateAnswer['blueprintWarnings'],
): EstimateAnswer {
  return { subject, estimate, costs, blueprintWarnings, warnings };
}
