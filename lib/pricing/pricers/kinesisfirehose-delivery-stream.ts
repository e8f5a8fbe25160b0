import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { isProperties, object, optionalText, type Properties } from './properties';
import { usageCharge } from './quantities';

/** Features of destinations with additional charges. */
const EXTRAS: Readonly<Record<string, string>> = {
  DataFormatConversionConfiguration: 'conversion of record formats',
  DynamicPartitioningConfiguration: 'dynamic partitioning',
  VpcConfiguration: 'delivery into a VPC',
};
/** Sources whose data has other prices than data of producers and of Kinesis Data Streams. */
const OTHER_SOURCES = ['MSKAsSource', 'DatabaseAsSource'];
/** Destinations whose data has other prices. */
const OTHER_DESTINATIONS = ['SnowflakeDestinationConfiguration', 'IcebergDestinationConfiguration'];

/** Firehose stream, charged by ingested data; each record counts as a multiple of 5 KB. */
export const kinesisfirehoseDeliveryStream: Pricer = {
  types: ['AWS::KinesisFirehose::DeliveryStream'],
  charges: (resource, context) => {
    requireListed(resource.properties);
    return [
      usageCharge(resource, context, {
        kind: 'delivery-stream-gb',
        sku: 'firehose/ingestion',
        group: 'compute',
        key: 'ingestedGb',
      }),
    ];
  },
};

function requireListed(properties: Properties): void {
  const source = optionalText(properties, 'DeliveryStreamType') ?? 'DirectPut';
  if (OTHER_SOURCES.includes(source)) throw unlisted('DeliveryStreamType', source);
  for (const [property, destination] of Object.entries(properties)) {
    if (OTHER_DESTINATIONS.includes(property)) throw unlisted(property, 'its data');
    if (!property.endsWith('DestinationConfiguration') || !isProperties(destination)) continue;
    for (const [extra, feature] of Object.entries(EXTRAS)) {
      if (destination[extra] === undefined || object(destination, extra).Enabled === false) continue;
      throw unlisted(`${property}.${extra}`, feature);
    }
  }
}

function unlisted(property: string, feature: string): UnreadableProperty {
  return new UnreadableProperty({ kind: 'unlisted-extra', property, feature });
}
