import { matches } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

/** Expressions begin with an exclamation mark: `!{timestamp:yyyy}`. */
const EXPRESSION = /!\{/;
/** Destinations in Amazon S3. */
const DESTINATIONS = ['ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration'];

export const firehosePrefix: Rule = {
  id: 'firehose-prefix',
  severity: 'error',
  description: 'Prefix of a delivery stream has expressions, and there is no prefix for failed records',
  fix: 'Set ErrorOutputPrefix',
  citation: 'https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::KinesisFirehose::DeliveryStream',
      ...DESTINATIONS.map((destination) =>
        when(matches(`${destination}.Prefix`, EXPRESSION, 'an expression'), required(`${destination}.ErrorOutputPrefix`)),
      ),
    ),
};
