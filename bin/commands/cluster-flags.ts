import type { ClusterEstimateRequest, DefaultRequests } from '../../lib/answers/estimate-manifest-files';
import { allParts } from '../../lib/core/all-parts';
import { InputError, notOneOf, type Problem, shown } from '../../lib/core/problems';
import { type FlagValues, textFlag } from '../command';

const CONTROL_PLANES = ['eks', 'none'] as const;

/** The flags about nodes and the control plane. Throws an InputError with the problems of all of them. */
export function clusterRequest(flags: FlagValues): ClusterEstimateRequest {
  const [nodes, plane] = [textFlag(flags, 'nodes'), textFlag(flags, 'controlPlane')];
  const [requests, recommended] = [textFlag(flags, 'defaultRequests'), textFlag(flags, 'requestsFrom')];
  return allParts({
    ...(nodes !== undefined && { nodes: () => nodes.split(',').map((name) => name.trim()) }),
    ...(plane !== undefined && { controlPlane: () => controlPlaneOf(plane) }),
    ...(requests !== undefined && { defaultRequests: () => defaultRequests(requests) }),
    ...(recommended !== undefined && { recommendations: () => recommendationsOf(recommended) }),
  });
}

function controlPlaneOf(text: string): (typeof CONTROL_PLANES)[number] {
  const known = CONTROL_PLANES.find((plane) => plane === text);
  if (known !== undefined) return known;
  throw new InputError('flags', [notOneOf('--control-plane', text, CONTROL_PLANES)]);
}

/** The reader is loaded on demand: most estimates have no recommendations. */
function recommendationsOf(file: string): NonNullable<ClusterEstimateRequest['recommendations']> {
  const { readRecommendations } =
    require('../../lib/answers/recommendation-file') as typeof import('../../lib/answers/recommendation-file');
  return readRecommendations(file);
}

const REQUESTED: readonly string[] = ['cpu', 'memory'];

/** Parses `cpu=100m,memory=128Mi`. Throws an InputError. */
function defaultRequests(text: string): DefaultRequests {
  const problems: Problem[] = [];
  const requests = text.split(',').map((part) => {
    const [resource = '', quantity = ''] = part.split('=').map((piece) => piece.trim());
    if (!REQUESTED.includes(resource)) problems.push(notOneOf('--default-requests', resource, REQUESTED));
    else if (quantity === '') problems.push({ path: '--default-requests', received: shown(part), expected: `${resource}=<quantity>` });
    return [resource, quantity];
  });
  if (problems.length > 0) throw new InputError('flags', problems);
  return Object.fromEntries(requests) as DefaultRequests;
}

const FLAGS = {
  defaultRequests: '--default-requests',
  requestsFrom: '--requests-from',
  nodes: '--nodes',
  controlPlane: '--control-plane',
  byWorkload: '--by-workload',
} as const;

/**
 * Throws an InputError when flags about nodes are given for templates, which define their own instances. Asks whether there is a cluster
 * only where such a flag is given, because files are read to tell.
 */
export function refuseClusterFlags(flags: FlagValues, isOfCluster: () => boolean): void {
  const problems = Object.entries(FLAGS)
    .filter(([key]) => flags[key] !== undefined)
    .map(([, path]) => ({
      path,
      reason: 'not supported for templates and other platforms',
      expected: 'Kubernetes manifests, or --platform kubernetes',
    }));
  if (problems.length > 0 && !isOfCluster()) throw new InputError('flags', problems);
}
