import type { Cluster } from '../scheduling/cluster';
import { idOf } from '../scheduling/object-index';
import { recommendationFor, type WorkloadRecommendation } from '../scheduling/recommended-requests';
import type { AnswerWarning } from './answer-warning';
import type { NamedContainers } from './named-containers';

/** Containers without requests that have no recommendation, and recommendations for containers that the manifests do not contain. */
export function recommendationWarnings({ objects }: Cluster, recommendations: readonly WorkloadRecommendation[]): readonly AnswerWarning[] {
  const lacking = objects.flatMap(({ object, demand }) => named(idOf(object), demand.origins?.unrecommended ?? []));
  const unmatched = recommendations.flatMap((recommendation) => {
    const { namespace, kind, name, containers } = recommendation;
    const known = objects
      .filter(({ object }) => recommendationFor(object, recommendations) === recommendation)
      .flatMap(({ demand }) => demand.origins?.containers ?? []);
    return named(
      `${namespace}/${kind}/${name}`,
      [...containers.keys()].filter((container) => !known.includes(container)),
    );
  });
  return [
    ...(lacking.length === 0 ? [] : [{ kind: 'requests-not-recommended' as const, workloads: lacking }]),
    ...(unmatched.length === 0 ? [] : [{ kind: 'recommendations-unmatched' as const, workloads: unmatched }]),
  ];
}

function named(workload: string, containers: readonly string[]): readonly NamedContainers[] {
  return containers.length === 0 ? [] : [{ workload, containers: [...new Set(containers)] }];
}
