import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { object, optionalText, type Properties } from './properties';
import { usageCharge } from './quantities';

const TO_LOG_GROUP = 'cloud-watch-logs';

/** VPC flow log. Written to a log group, it is priced as ingestion of the log group; written elsewhere, the delivery is charged. */
export const ec2FlowLog: Pricer = {
  types: ['AWS::EC2::FlowLog'],
  charges: (resource, context) => {
    const destination = destinationOf(resource.properties);
    if (destination === TO_LOG_GROUP) return [];
    if (optionalText(object(resource.properties, 'DestinationOptions'), 'FileFormat') === 'parquet') {
      throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'DestinationOptions', feature: 'conversion to Parquet' });
    }
    const sku = `logs/delivery-to-${destination}`;
    return [
      usageCharge(resource, context, {
        kind: 'flow-log-gb',
        details: [`to ${destination}`],
        sku,
        group: 'observability and security',
        key: 'logIngestGb',
      }),
    ];
  },
  freeReason: ({ properties }) => (destinationOf(properties) === TO_LOG_GROUP ? billedAs('log-group-ingestion') : undefined),
};

function destinationOf(properties: Properties): string {
  return optionalText(properties, 'LogDestinationType') ?? TO_LOG_GROUP;
}
