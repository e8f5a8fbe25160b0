import { numberOf } from '../property-value';
import type { TransitionRule } from '../rule';

export const efsThroughputMode: TransitionRule = {
  id: 'efs-throughput-mode',
  description:
    'EFS rejects another throughput mode, or a decrease of provisioned throughput, within 24 hours of a change of the mode or of the provisioned throughput',
  sources: [
    'https://docs.aws.amazon.com/efs/latest/ug/managing-throughput.html',
    'https://repost.aws/knowledge-center/efs-max-throughput-mode-changes',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id } of context.changed('ThroughputMode', 'AWS::EFS::FileSystem')) {
      const text = 'accepted if neither the mode nor the provisioned throughput changed in the last 24 hours';
      yield { resource: id, class: 'in-place', properties: ['ThroughputMode'], text };
    }
    for (const { id, before, after } of context.changed('ProvisionedThroughputInMibps', 'AWS::EFS::FileSystem')) {
      const [old, next] = [numberOf(before, 'ProvisionedThroughputInMibps'), numberOf(after, 'ProvisionedThroughputInMibps')];
      if (old === undefined || next === undefined || next >= old) continue;
      const text = `throughput decreases from ${old} to ${next} MiB/s: accepted if neither the mode nor the provisioned throughput changed in the last 24 hours`;
      yield { resource: id, class: 'in-place', properties: ['ProvisionedThroughputInMibps'], text };
    }
  },
};
