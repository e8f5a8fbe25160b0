import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { object, optionalText } from './properties';
import { usageCharge } from './quantities';

const GROUP = 'observability and security';

/** Configuration recorder of AWS Config, charged by recorded configuration items. */
export const configRecorder: Pricer = {
  types: ['AWS::Config::ConfigurationRecorder'],
  charges: (resource, context) => {
    if ((optionalText(object(resource.properties, 'RecordingMode'), 'RecordingFrequency') ?? 'CONTINUOUS') !== 'CONTINUOUS') {
      throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'RecordingMode', feature: 'daily recording' });
    }
    return [
      usageCharge(resource, context, {
        kind: 'configuration-items',
        sku: 'config/items',
        group: GROUP,
        key: 'configurationItems',
      }),
    ];
  },
};
