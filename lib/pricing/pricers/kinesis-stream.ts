import { certain } from '../../core/interval';
import type { Charge, Pricer } from '../pricer';
import { LARGEST, requireUpTo } from './largest-amounts';
import { knownWord, object, optionalNumber, requiredNumber } from './properties';
import { hoursOf, ONE_MONTH_HOURS, type UsageOf, usageCharge } from './quantities';

const GROUP = 'compute';
/** Hours of retention that the price of a shard contains. Source: Amazon Kinesis Data Streams pricing. */
const INCLUDED_HOURS = 24;
/** Hours of extended retention; records are in long-term storage after them. Source: Amazon Kinesis Data Streams pricing. */
const EXTENDED_HOURS = 7 * 24;

/** Kinesis stream: shards and PUT payload units, or data in and out of an on-demand stream; retention of more than a day. */
export const kinesisStream: Pricer = {
  types: ['AWS::Kinesis::Stream'],
  charges: (resource, context) => {
    const { properties } = resource;
    const retentionHours = optionalNumber(properties, 'RetentionPeriodHours') ?? INCLUDED_HOURS;
    const usage = (charge: Omit<UsageOf, 'group'>): Charge => usageCharge(resource, context, { ...charge, group: GROUP });
    const longTerm =
      retentionHours > EXTENDED_HOURS
        ? [usage({ kind: 'stream-long-term-gb-months', sku: 'kinesis/long-term-storage', key: 'storedGb' })]
        : [];
    const mode = knownWord(object(properties, 'StreamModeDetails'), 'StreamMode', ['ON_DEMAND', 'PROVISIONED'], 'PROVISIONED');
    if (mode === 'ON_DEMAND') {
      return [
        { kind: 'stream-hours', details: ['on-demand'], sku: 'kinesis/on-demand/stream', quantity: ONE_MONTH_HOURS, group: GROUP },
        usage({ kind: 'stream-in-gb', details: ['on-demand'], sku: 'kinesis/on-demand/in', key: 'ingestedGb' }),
        usage({ kind: 'stream-out-gb', details: ['on-demand'], sku: 'kinesis/on-demand/out', key: 'retrievedGb' }),
        ...(retentionHours > INCLUDED_HOURS
          ? [usage({ kind: 'stream-extended-gb-months', sku: 'kinesis/on-demand/extended-retention', key: 'extendedRetentionGb' })]
          : []),
        ...longTerm,
      ];
    }
    const shards = requiredNumber(properties, 'ShardCount');
    requireUpTo('ShardCount', shards, LARGEST.streamShards);
    const shardHours = hoursOf(certain(shards));
    return [
      { kind: 'stream-shard-hours', sku: 'kinesis/shards', quantity: shardHours, group: GROUP },
      usage({ kind: 'stream-payload-units', sku: 'kinesis/payload-units', key: 'payloadUnits', per: 1_000_000 }),
      ...(retentionHours > INCLUDED_HOURS
        ? [{ kind: 'stream-retention-shard-hours', sku: 'kinesis/extended-retention', quantity: shardHours, group: GROUP } as const]
        : []),
      ...longTerm,
    ];
  },
};
