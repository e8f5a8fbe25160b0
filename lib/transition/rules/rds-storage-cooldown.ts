import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties of storage that share one waiting time. */
const STORAGE = ['AllocatedStorage', 'StorageType', 'Iops', 'StorageThroughput'];

export const rdsStorageCooldown: TransitionRule = {
  id: 'rds-storage-cooldown',
  description: 'RDS rejects a change of storage for six hours after the previous one, and while storage optimization is in progress',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.ScalingUp.html'],
  asOf: '2026-11-29',
  *judge(context) {
    for (const change of context.updated('AWS::RDS::DBInstance')) {
      const names = STORAGE.filter((name) => changesProperty(change, name));
      if (names.length === 0) continue;
      // The pages about gp3 and io1 state four changes in 24 hours instead of six hours. The safe side is the longer wait.
      yield {
        resource: change.id,
        class: 'in-place',
        text: `${names.join(', ')}: accepted if storage did not change in the last six hours, and its optimization has finished; the next change of storage must wait as long`,
      };
    }
  },
};
