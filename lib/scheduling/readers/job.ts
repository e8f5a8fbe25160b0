import type { ManifestObject } from '../../manifests/manifest-object';
import { amountAt, objectAt } from '../../manifests/values';
import { demandOfPods } from '../demand-of-pods';
import type { ObjectReader } from '../object-demand';

/** Default maximum of KEDA. Source: KEDA documentation, ScaledJob specification. */
const MOST_SCALED_JOBS = 100;

/** Jobs. No manifest states how long they run: their pods are included at high only, as if they ran all month. */
export const job: ObjectReader = {
  kinds: ['batch/Job', 'batch/CronJob', 'keda.sh/ScaledJob'],
  read: (object, context) => {
    context.warn({ kind: 'jobs-only-in-high' });
    return demandOfPods(object, objectAt(jobSpec(object), 'template'), { low: 0, mid: 0, high: mostPods(object) }, context);
  },
};

function jobSpec({ kind, raw }: ManifestObject): ReturnType<typeof objectAt> {
  if (kind === 'CronJob') return objectAt(raw, 'spec', 'jobTemplate', 'spec');
  return kind === 'ScaledJob' ? objectAt(raw, 'spec', 'jobTargetRef') : objectAt(raw, 'spec');
}

function mostPods(object: ManifestObject): number {
  const parallel = amountAt(jobSpec(object), 'parallelism') ?? 1;
  return object.kind === 'ScaledJob' ? parallel * (amountAt(object.raw, 'spec', 'maxReplicaCount') ?? MOST_SCALED_JOBS) : parallel;
}
