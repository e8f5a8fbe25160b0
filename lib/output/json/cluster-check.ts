import { z } from 'zod';
import type { ClusterCheck, ClusterState } from '../../answers/check-cluster';
import { stateText } from '../check-cluster';
import { requirementText } from '../cluster-objects';

const STATES = ['present', 'missing', 'unsuitable', 'not-in-file', 'outside'] as const satisfies readonly ClusterState['kind'][];

/** Output of `manifests --check-cluster --json`. */
export const ClusterCheckJson = z
  .strictObject({
    system: z.string().describe('id of the system'),
    tier: z.string().describe('id of the tier'),
    file: z.string().describe('file with the objects of the cluster'),
    requirements: z
      .array(
        z.strictObject({
          kind: z.string().describe('machine-readable kind of the requirement, such as definition'),
          text: z.string().describe('the requirement, in English'),
          state: z
            .enum(STATES)
            .describe(
              'present; missing; unsuitable: the cluster has another form of it; not-in-file: the file has no object of the kind; outside: part of the AWS account, which is not checked',
            ),
          detail: z.string().describe('the state, in English'),
        }),
      )
      .describe('requirements of the manifests'),
  })
  .meta({ title: 'sizing manifests --check-cluster' });
export type ClusterCheckJson = z.infer<typeof ClusterCheckJson>;

/** The JSON form of a comparison with a cluster. */
export function clusterCheckJson({ system, tier, file, requirements }: ClusterCheck): ClusterCheckJson {
  return {
    system,
    tier,
    file,
    requirements: requirements.map(({ requirement, state }) => ({
      kind: requirement.kind,
      text: requirementText(requirement),
      state: state.kind,
      detail: stateText(state),
    })),
  };
}
