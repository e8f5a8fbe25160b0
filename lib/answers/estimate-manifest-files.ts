import type { Blueprint } from '../blueprint/blueprint';
import { openPriceBook, REFERENCE_REGION } from '../catalog/price-book';
import { InputError, type Problem, shown } from '../core/problems';
import { quantityOf } from '../core/quantity';
import type { ManifestObject } from '../manifests/manifest-object';
import { manifestObjects } from '../manifests/manifest-objects';
import { readManifests } from '../manifests/read-manifests';
import type { SkippedFile } from '../manifests/skipped-file';
import type { Estimate } from '../pricing/estimate';
import { estimateManifests, type ManifestEstimate } from '../pricing/estimate-manifests';
import { requireAllCounted } from '../pricing/require-all-counted';
import { type Cluster, readCluster } from '../scheduling/cluster';
import { nodeTypesIn } from '../scheduling/node-types';
import { ofWorkloads } from '../scheduling/pod-recommendations';
import type { WorkloadRecommendation } from '../scheduling/recommended-requests';
import type { AnswerWarning } from './answer-warning';
import type { ClusterCosts } from './cluster-costs';
import { clusterCosts } from './cluster-costs';
import { type DeclaredScopes, declaredScopes } from './declared-scopes';
import { nodeDiskWarnings } from './node-disk-warnings';
import { type NodesRequest, nodePoolsOf, type Pools } from './node-pools';
import { type ClusterNodes, type PackedCluster, packCluster } from './pack-cluster';
import { recommendationWarnings } from './recommendation-warnings';
import { requireReadableAmounts } from './require-readable-amounts';

/** Quantities of Kubernetes by resource. */
export type DefaultRequests = Readonly<Partial<Record<(typeof REQUESTED)[number], string>>>;

/** Resources whose requests can be assumed. */
export const REQUESTED = ['cpu', 'memory'] as const;

/** How to estimate manifests. */
export interface ClusterEstimateRequest extends NodesRequest {
  /** Default: what the manifests declare, else us-east-1. */
  readonly region?: string;
  /**
   * Requests of containers, init containers and sidecars for which neither the manifest, a LimitRange nor a recommendation states any, as quantities of
   * Kubernetes: `{ cpu: '100m', memory: '128Mi' }`. Default: none, so that their workloads are unpriced.
   */
  readonly defaultRequests?: DefaultRequests;
  /**
   * Requests that autoscalers recommend, or that were measured, for containers for which neither the manifest nor a LimitRange states any,
   * as `readRecommendations` reads them. They take precedence over `defaultRequests`. Default: none.
   */
  readonly recommendations?: readonly WorkloadRecommendation[];
  /** Whether the cluster is one of EKS, whose control plane has a price and whose nodes run its add-ons. Default: eks. */
  readonly controlPlane?: 'eks' | 'none';
}

/** The estimate of manifests, with the cluster that it assumes. */
export interface ClusterEstimate {
  /** Objects of the manifests. */
  readonly objects: readonly ManifestObject[];
  /** Demands of the objects. */
  readonly cluster: Cluster;
  /** Pools that nodes come from. */
  readonly pools: Pools;
  /** Pods on nodes. */
  readonly packed: PackedCluster;
  /** Line items with their totals. */
  readonly estimate: Estimate;
  /** Cost of the nodes by workload. */
  readonly costs: ClusterCosts;
  /** Warnings: limitations of the estimate that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/** Prices a file or folder of Kubernetes manifests. Throws an InputError for files that are not manifests, for values that are not the numbers they should be, and for unknown node types. */
export function estimateManifestFiles(path: string, request: ClusterEstimateRequest = {}): ClusterEstimate {
  const { objects, skipped } = readManifests([path]);
  requireReadableAmounts(objects, path);
  const answer = estimateManifestObjects(objects, path, request);
  const warnings = [...duplicateKeyWarnings(objects), ...skippedFileWarnings(skipped)];
  return { ...answer, warnings: [...warnings, ...answer.warnings] };
}

function duplicateKeyWarnings(objects: readonly ManifestObject[]): readonly AnswerWarning[] {
  return objects.flatMap(({ origin }) =>
    origin.duplicateKeys.map(({ key, place }) => ({
      kind: 'duplicate-key' as const,
      of: 'manifest' as const,
      file: origin.file,
      key,
      place,
    })),
  );
}

function skippedFileWarnings(skipped: readonly SkippedFile[]): readonly AnswerWarning[] {
  return skipped.length === 0 ? [] : [{ kind: 'files-skipped', skipped }];
}

/** One file of a blueprint's chart. */
export interface ChartFile {
  /** Path in the directory of manifests. */
  readonly path: string;
  /** Kubernetes objects of the file, as plain JSON. */
  readonly objects: readonly unknown[];
}

/** The objects of a blueprint's chart, file by file. */
export type ChartsOf = (blueprint: Blueprint) => readonly ChartFile[];

/** Estimates the objects of a blueprint's chart: exactly what `manifests` writes. By default, the chart is synthesized in this process. */
export function estimateCharts(
  blueprint: Blueprint,
  request: ClusterEstimateRequest = {},
  chartsOf: ChartsOf = synthesizedCharts,
): ClusterEstimate {
  const objects = chartsOf(blueprint).flatMap(({ path, objects: values }) => manifestObjects(values, path));
  const { uncounted, ...bill } = readBill(objects, blueprint.stackName, { region: blueprint.options.region, ...request });
  requireAllCounted(uncounted);
  return bill;
}

/** Estimates objects that are applied together. Objects without a price are `unpriced` lines. */
export function estimateManifestObjects(
  objects: readonly ManifestObject[],
  name: string,
  request: ClusterEstimateRequest = {},
): ClusterEstimate {
  // The manifests may be a part of a folder, or a stack creates the rest.
  const { uncounted, ...bill } = readBill(objects, name, request);
  return uncounted.length === 0 ? bill : { ...bill, warnings: [{ kind: 'declared-usage-excluded', usage: uncounted }, ...bill.warnings] };
}

function readBill(
  objects: readonly ManifestObject[],
  name: string,
  request: ClusterEstimateRequest,
): ClusterEstimate & Pick<ManifestEstimate, 'uncounted'> {
  const { controlPlane = 'eks' } = request;
  requireQuantities(request.defaultRequests ?? {});
  const scopes = declaredScopes(objects, name);
  const book = openPriceBook(request.region ?? scopes.region ?? REFERENCE_REGION);
  const recommendations = request.recommendations && ofWorkloads(request.recommendations, objects);
  const cluster = readCluster(objects, {
    zones: book.zones,
    expectedCount: scopes.expectedCount,
    ...(request.defaultRequests !== undefined && { defaultRequests: request.defaultRequests }),
    ...(recommendations !== undefined && { recommendations }),
  });
  const types = nodeTypesIn(book);
  const pools = nodePoolsOf(cluster, types, book, request);
  const packed = packCluster(cluster, { pools: pools.pools, types, zones: book.zones, controlPlane: clusterKind(controlPlane, scopes) });
  const { estimate, uncounted } = estimateManifests({
    cluster,
    packings: packed.packings,
    ...pools,
    controlPlane,
    declared: scopes.declared,
    book,
  });
  const costs = clusterCosts(cluster, packed, estimate);
  return {
    objects,
    cluster,
    pools,
    packed,
    estimate,
    costs,
    uncounted,
    warnings: warningsOf({
      request: { ...request, ...(recommendations !== undefined && { recommendations }) },
      scopes,
      cluster,
      pools,
      packed,
      costs,
      region: book.region,
    }),
  };
}

/** Throws an InputError for default requests that are not quantities above 0. */
function requireQuantities(requests: DefaultRequests): void {
  const problems = Object.entries(requests).flatMap(([resource, text]): Problem[] => {
    if ((quantityOf(text) ?? 0) > 0) return [];
    const example = resource === 'cpu' ? '100m' : '128Mi';
    return [{ path: `defaultRequests.${resource}`, received: shown(text), expected: `a quantity above 0, such as ${example}` }];
  });
  if (problems.length > 0) throw new InputError('request', problems);
}

function clusterKind(controlPlane: 'eks' | 'none', { isOurEks }: DeclaredScopes): ClusterNodes['controlPlane'] {
  if (controlPlane === 'none') return 'other';
  return isOurEks ? 'our-eks' : 'eks';
}

interface Circumstances {
  readonly request: ClusterEstimateRequest;
  readonly scopes: DeclaredScopes;
  readonly cluster: Cluster;
  readonly pools: Pools;
  readonly packed: PackedCluster;
  readonly costs: ClusterCosts;
  readonly region: string;
}

function warningsOf({ request, scopes, cluster, pools, packed, costs, region }: Circumstances): AnswerWarning[] {
  const isKnown = request.region !== undefined || scopes.region !== undefined;
  return [
    ...(isKnown ? [] : [{ kind: 'region-unknown' as const, pricedIn: region }]),
    ...(scopes.declared.size === 0 ? [{ kind: 'usage-undeclared' as const, of: 'manifests' as const }] : []),
    ...(costs.assumedRequests === undefined ? [] : [{ kind: 'requests-assumed' as const, ...costs.assumedRequests }]),
    ...(costs.recommendedRequests === undefined ? [] : [{ kind: 'requests-recommended' as const, ...costs.recommendedRequests }]),
    ...(request.recommendations === undefined ? [] : recommendationWarnings(cluster, request.recommendations)),
    ...pools.warnings,
    ...packed.warnings,
    ...nodeDiskWarnings(packed.packings.high.nodes, pools),
    ...cluster.warnings,
    { kind: 'network-excluded' },
  ];
}

/** Synthesizes the chart of a blueprint. Loads the charts and their generated classes, which estimates on ECS and cached ones do not need. */
export function synthesizedCharts(blueprint: Blueprint): readonly ChartFile[] {
  return (require('../kubernetes/manifests/manifests') as typeof import('../kubernetes/manifests/manifests')).objectsOf(blueprint);
}
