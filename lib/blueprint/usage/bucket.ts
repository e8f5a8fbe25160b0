import type { UsageQuantity } from '../../contract/usage';
import { certain, scaleInterval } from '../../core/interval';
import type { Component } from '../../model/component';
import { type Facts, quantity } from './facts';

/** Reads of each file, while it is processed and shown. */
const READS_PER_UPLOAD = 10;

/** Usage of a bucket. */
export function bucketUsage(id: string, { tier, uploadsPerMonth }: Facts): UsageQuantity[] {
  const bucket: Component | undefined = tier.components[id];
  const { storageGib, infrequentAccessAfterDays = undefined } = bucket?.kind === 'bucket' ? bucket : { storageGib: 0 };
  return [
    quantity(id, 'storedGb', certain(storageGib), { kind: 'stored-files', storageGib }),
    quantity(id, 'putRequests', uploadsPerMonth, { kind: 'uploads', uploads: uploadsPerMonth.mid }),
    quantity(id, 'getRequests', scaleInterval(uploadsPerMonth, READS_PER_UPLOAD), {
      kind: 'upload-reads',
      readsPerUpload: READS_PER_UPLOAD,
    }),
    // All data counts as Standard, whose storage costs more. A file that is deleted before has no transition.
    ...(infrequentAccessAfterDays === undefined
      ? []
      : [
          quantity(id, 'transitionedObjects', uploadsPerMonth, {
            kind: 'upload-transitions',
            uploads: uploadsPerMonth.mid,
            afterDays: infrequentAccessAfterDays,
          }),
        ]),
  ];
}
