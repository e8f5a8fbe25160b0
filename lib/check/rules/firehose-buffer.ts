import { all, has, is, isByDefault } from '../property-condition';
import { oneOf, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

const S3 = 'ExtendedS3DestinationConfiguration';
const CONVERTS = all(
  has(`${S3}.DataFormatConversionConfiguration`),
  isByDefault(`${S3}.DataFormatConversionConfiguration.Enabled`, 'true'),
);

export const firehoseBuffer: Rule = {
  id: 'firehose-buffer',
  severity: 'error',
  description:
    'Delivery stream converts records or partitions them dynamically with a buffer below 64 MiB, or compresses converted files itself',
  fix: 'Set SizeInMBs to at least 64, and leave compression to the output format',
  citation: 'https://docs.aws.amazon.com/firehose/latest/dev/enable-record-format-conversion.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::KinesisFirehose::DeliveryStream',
      when(CONVERTS, within(`${S3}.BufferingHints.SizeInMBs`, { least: 64 }), oneOf(`${S3}.CompressionFormat`, ['UNCOMPRESSED'])),
      when(is(`${S3}.DynamicPartitioningConfiguration.Enabled`, 'true'), within(`${S3}.BufferingHints.SizeInMBs`, { least: 64 })),
    ),
};
