import { is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const kinesisShards: Rule = {
  id: 'kinesis-shards',
  severity: 'error',
  description: 'Provisioned stream has no number of shards',
  fix: 'Set ShardCount, or StreamMode to ON_DEMAND',
  citation: 'https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html',
  check: (context) =>
    violationsOf(context, 'AWS::Kinesis::Stream', when(is('StreamModeDetails.StreamMode', 'PROVISIONED'), required('ShardCount'))),
};
