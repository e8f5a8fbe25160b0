import { is } from '../property-condition';
import { absent, atMostOne, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

/** Properties for destinations, of which a delivery stream has one. */
const DESTINATIONS = [
  'AmazonOpenSearchServerlessDestinationConfiguration',
  'AmazonopensearchserviceDestinationConfiguration',
  'ElasticsearchDestinationConfiguration',
  'ExtendedS3DestinationConfiguration',
  'HttpEndpointDestinationConfiguration',
  'IcebergDestinationConfiguration',
  'RedshiftDestinationConfiguration',
  'S3DestinationConfiguration',
  'SnowflakeDestinationConfiguration',
  'SplunkDestinationConfiguration',
];

export const firehoseSource: Rule = {
  id: 'firehose-source',
  severity: 'error',
  description: 'Delivery stream has a source that its type does not read, or several destinations',
  fix: 'Set DeliveryStreamType to the type of the source, and keep one destination',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::KinesisFirehose::DeliveryStream',
      when(is('DeliveryStreamType', 'DirectPut'), absent('KinesisStreamSourceConfiguration'), absent('MSKSourceConfiguration')),
      when(is('DeliveryStreamType', 'KinesisStreamAsSource'), required('KinesisStreamSourceConfiguration')),
      when(is('DeliveryStreamType', 'MSKAsSource'), required('MSKSourceConfiguration')),
      atMostOne(...DESTINATIONS),
    ),
};
