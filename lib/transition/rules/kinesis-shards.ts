import { numberOf } from '../property-value';
import type { TransitionRule } from '../rule';
import type { Preparation } from '../transition';

/** Largest and smallest number of shards after one update, as factors of the number before. */
const LIMITS = { most: 2, least: 0.5 } as const;

export const kinesisShards: TransitionRule = {
  id: 'kinesis-shards',
  description:
    'Kinesis Data Streams rejects more than twice or less than half of the shards in one update, and by default more than ten updates of the shards in 24 hours',
  sources: ['https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html'],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id, before, after } of context.changed('ShardCount', 'AWS::Kinesis::Stream')) {
      const [old, next] = [numberOf(before, 'ShardCount'), numberOf(after, 'ShardCount')];
      if (old === undefined || next === undefined) continue;
      const verdict = { resource: id, properties: ['ShardCount'] };
      const text = `shards change from ${old} to ${next}`;
      if (next <= old * LIMITS.most && next >= old * LIMITS.least) yield { ...verdict, class: 'in-place', text };
      else
        yield { ...verdict, class: 'rejected', text: `${text}, which is more than twice or less than half`, first: stepsOf(id, old, next) };
    }
  },
};

function stepsOf(id: string, old: number, next: number): readonly Preparation[] {
  const steps: Preparation[] = [];
  let shards = old;
  while (next > shards * LIMITS.most || next < shards * LIMITS.least) {
    shards = next > shards ? shards * LIMITS.most : Math.ceil(shards * LIMITS.least);
    steps.push({ title: `Change the shards of ${id} to ${shards}`, properties: { ShardCount: shards } });
  }
  return steps;
}
