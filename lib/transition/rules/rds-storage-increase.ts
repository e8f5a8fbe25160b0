import { numberOf } from '../property-value';
import type { TransitionRule } from '../rule';

/** Least growth of storage in one modification, in percent. */
const LEAST_GROWTH_PERCENT = 10;

export const rdsStorageIncrease: TransitionRule = {
  id: 'rds-storage-increase',
  description: 'RDS rejects an increase of storage by less than 10%',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.ScalingUp.html'],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id, before, after } of context.changed('AllocatedStorage', 'AWS::RDS::DBInstance')) {
      const [old, next] = [numberOf(before, 'AllocatedStorage'), numberOf(after, 'AllocatedStorage')];
      if (old === undefined || next === undefined || next <= old || next >= leastIncrease(old)) continue;
      // The reference of ModifyDBInstance says that such a value is rounded up; the user guide, that it is an error. The safe side is to refuse.
      yield {
        resource: id,
        class: 'rejected',
        properties: ['AllocatedStorage'],
        text: `storage increases from ${old} to ${next} GiB, which is less than 10%; the least increase is to ${leastIncrease(old)} GiB`,
      };
    }
  },
};

/** Whole GiB; computed in whole numbers, because 100 × 1.1 is more than 110. */
function leastIncrease(storageGib: number): number {
  return Math.ceil((storageGib * (100 + LEAST_GROWTH_PERCENT)) / 100);
}
