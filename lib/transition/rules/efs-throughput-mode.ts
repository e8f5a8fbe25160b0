import { numberOf } from '../property-value';
import type { TransitionRule } from '../rule';

/** Throughput of a file system changes once a day. */
export const efsThroughputMode: TransitionRule = {
  id: 'efs-throughput-mode',
  description: 'EFS rejects a second change of the throughput mode, or a decrease of provisioned throughput, within 24 hours',
  sources: ['https://docs.aws.amazon.com/efs/latest/ug/performance.html'],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id } of context.changed('ThroughputMode', 'AWS::EFS::FileSystem')) {
      const text = 'accepted if the mode did not change in the last 24 hours';
      yield { resource: id, class: 'in-place', properties: ['ThroughputMode'], text };
    }
    for (const { id, before, after } of context.changed('ProvisionedThroughputInMibps', 'AWS::EFS::FileSystem')) {
      const [old, next] = [numberOf(before, 'ProvisionedThroughputInMibps'), numberOf(after, 'ProvisionedThroughputInMibps')];
      if (old === undefined || next === undefined || next >= old) continue;
      const text = `throughput decreases from ${old} to ${next} MiB/s: accepted if it did not decrease in the last 24 hours`;
      yield { resource: id, class: 'in-place', properties: ['ProvisionedThroughputInMibps'], text };
    }
  },
};
