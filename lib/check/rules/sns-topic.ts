import { is, isByDefault } from '../property-condition';
import { absent, matching, noneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const snsTopic: Rule = {
  id: 'sns-topic',
  severity: 'error',
  description:
    'Name of a FIFO topic does not end with .fifo, that of a standard topic does, or a standard topic has a setting of FIFO topics',
  fix: 'End the names of FIFO topics with .fifo, and set ContentBasedDeduplication, FifoThroughputScope and ArchivePolicy for them only',
  citation: 'https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SNS::Topic',
      when(is('FifoTopic', 'true'), matching('TopicName', /\.fifo$/, 'a name that ends with .fifo')),
      when(
        isByDefault('FifoTopic', 'false'),
        matching('TopicName', /^[^.]*$/, 'a name without a dot'),
        noneOf('ContentBasedDeduplication', 'true'),
        absent('FifoThroughputScope'),
        absent('ArchivePolicy'),
      ),
    ),
};
