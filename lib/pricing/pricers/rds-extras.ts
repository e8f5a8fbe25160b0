import { UnreadableProperty } from '../property-problem';
import { flag, optionalText, type Properties } from './properties';

/**
 * Throws an UnreadableProperty for features of a database with charges that the price list does not contain. Sources: Amazon RDS user
 * guide, "Using a dedicated log volume (DLV)" and "Considerations for Database Insights".
 */
export function requireNoExtras(properties: Properties): void {
  if (optionalText(properties, 'DatabaseInsightsMode')?.toLowerCase() === 'advanced')
    throw extra('DatabaseInsightsMode', 'the Advanced mode of Database Insights');
  if (flag(properties, 'DedicatedLogVolume', false)) throw extra('DedicatedLogVolume', 'a volume of 1,024 GiB with 3,000 IOPS');
}

function extra(property: string, feature: string): UnreadableProperty {
  return new UnreadableProperty({ kind: 'unlisted-extra', property, feature });
}
