/**
 * Availability Zones of each region, of which an account may have fewer. Source: AWS Global Infrastructure, "Regions and Availability
 * Zones" (https://aws.amazon.com/about-aws/global-infrastructure/regions_az/), 2026-11.
 */
const ZONE_COUNTS: Readonly<Record<string, number>> = {
  'ap-southeast-1': 3,
  'eu-central-1': 3,
  'eu-west-1': 3,
  'us-east-1': 6,
  'us-west-2': 4,
};

/** Number of Availability Zones of a region; undefined for a region that is not in the list. */
export function zoneCountOf(region: string): number | undefined {
  return Object.hasOwn(ZONE_COUNTS, region) ? ZONE_COUNTS[region] : undefined;
}
