import { valueAt } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

const NODES = 'BrokerNodeGroupInfo';
const T3 = /^kafka\.t3\./;

export const mskRollingUpdate: TransitionRule = {
  id: 'msk-rolling-update',
  description:
    'Amazon MSK takes down one broker at a time for another broker size, version or configuration, and rejects a change from M5 or M7g to T3',
  sources: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-broker-type.html',
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-cluster-config.html',
    'https://docs.aws.amazon.com/msk/latest/developerguide/version-upgrades.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::MSK::Cluster')) {
      const [old, next] = [change.before, change.after].map(({ properties }) => valueAt(properties[NODES], 'InstanceType'));
      const resized = old !== next;
      if (resized && typeof old === 'string' && typeof next === 'string' && T3.test(next) && !T3.test(old)) {
        const text = `the broker size changes from ${old} to ${next}, and MSK does not migrate brokers to T3`;
        yield { resource: change.id, class: 'rejected', properties: [NODES], text };
        continue;
      }
      const properties = [
        ...(resized ? [NODES] : []),
        ...['KafkaVersion', 'ConfigurationInfo'].filter((name) => changesProperty(change, name)),
      ];
      if (properties.length === 0) continue;
      yield {
        resource: change.id,
        class: 'in-place-with-interruption',
        properties,
        text: `${properties.join(', ')}: brokers restart one at a time; topics with a replication factor of 1 are unavailable meanwhile`,
        interruption: { of: 'the partitions that a broker leads', lowMinutes: 0 },
      };
    }
  },
};
