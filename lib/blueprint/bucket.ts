import type { Bucket } from '../model';
import type { ResolvedBucket } from './blueprint';

export function resolveBucket(id: string, { infrequentAccessAfterDays }: Bucket): ResolvedBucket {
  return { kind: 'bucket', id, ...(infrequentAccessAfterDays === undefined ? {} : { infrequentAccessAfterDays }) };
}
