import { asNumber, valueAt } from '../property-value';
import type { TransitionRule } from '../rule';

const NODES = 'BrokerNodeGroupInfo';

export const mskStorage: TransitionRule = {
  id: 'msk-storage',
  description: 'Amazon MSK rejects smaller volumes of brokers, and a change of their size within six hours of the previous one',
  sources: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-storage.html',
    'https://docs.aws.amazon.com/msk/latest/developerguide/manually-expand-storage.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const { id, before, after } of context.changed(NODES, 'AWS::MSK::Cluster')) {
      const [old, next] = [before, after].map(({ properties }) =>
        asNumber(valueAt(properties[NODES], 'StorageInfo', 'EBSStorageInfo', 'VolumeSize')),
      );
      if (old === undefined || next === undefined || next === old) continue;
      const text = `the volume of each broker changes from ${old} to ${next} GiB`;
      if (next < old) yield { resource: id, class: 'rejected', text: `${text}, and MSK does not shrink volumes` };
      else yield { resource: id, class: 'in-place', text: `${text}, if the previous change was more than six hours ago` };
    }
  },
};
