import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { followed } from './following';
import { object, optionalText, requiredNumber } from './properties';
import { hoursOf, usageCharge } from './quantities';

const GROUP = 'compute';

/** Consumer of a stream with enhanced fan-out: each shard for an hour and the data that it reads, or only the data on demand. */
export const kinesisStreamConsumer: Pricer = {
  types: ['AWS::Kinesis::StreamConsumer'],
  charges: (resource, context) => {
    const stream = followed(resource.properties.StreamARN, context);
    if (stream?.type !== 'AWS::Kinesis::Stream') throw new UnreadableProperty({ kind: 'outside-template', resource: 'stream' });
    const isOnDemand = optionalText(object(stream.properties, 'StreamModeDetails'), 'StreamMode') === 'ON_DEMAND';
    const data = (sku: string) => usageCharge(resource, context, { kind: 'stream-fan-out-gb', sku, group: GROUP, key: 'retrievedGb' });
    if (isOnDemand) return [data('kinesis/on-demand/fan-out')];
    const shardHours = hoursOf(certain(requiredNumber(stream.properties, 'ShardCount')));
    return [
      { kind: 'stream-fan-out-shard-hours', sku: 'kinesis/fan-out/shards', quantity: shardHours, group: GROUP },
      data('kinesis/fan-out/data'),
    ];
  },
};
