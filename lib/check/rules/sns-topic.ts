import { is, isByDefault } from '../property-condition';
import { matching, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const snsTopic: Rule = {
  id: 'sns-topic',
  severity: 'error',
  description: 'Name of a FIFO topic does not end with .fifo, or that of a standard topic does',
  fix: 'End the names of FIFO topics with .fifo',
  citation: 'https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SNS::Topic',
      when(is('FifoTopic', 'true'), matching('TopicName', /\.fifo$/, 'a name that ends with .fifo')),
      when(isByDefault('FifoTopic', 'false'), matching('TopicName', /^[^.]*$/, 'a name without a dot')),
    ),
};
