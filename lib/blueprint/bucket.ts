import type { Bucket } from '../model/bucket';
import type { Place, Resolving } from './context';
import type { ResolvedBucket } from './resolved-component';

/** Resolves a bucket. */
export function resolveBucket(id: string, { infrequentAccessAfterDays }: Bucket, { place }: Resolving): ResolvedBucket {
  return {
    kind: 'bucket',
    id,
    ...(infrequentAccessAfterDays === undefined ? {} : { infrequentAccessAfterDays }),
    ...(place?.replicates.includes(id) ? copiesOf(place) : {}),
  };
}

function copiesOf({ primary, copiedTo }: Place): Pick<ResolvedBucket, 'copiedTo' | 'copyOf'> {
  return primary === undefined ? { copiedTo } : { copyOf: primary };
}
