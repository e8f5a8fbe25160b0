import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { itemsAt, stringAt } from '../values';

/** Regions introduced up to November 2012. Later ones have the same zone under a name in every account. */
const REGIONS = ['ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2', 'eu-west-1', 'sa-east-1', 'us-east-1', 'us-west-1', 'us-west-2'];

/** Whether a value is the name of a zone of these regions: `us-east-1a`. */
function isZoneName(value: unknown): boolean {
  return typeof value === 'string' && /[a-z]$/.test(value) && REGIONS.includes(value.slice(0, -1));
}

/** Properties with one zone, by type. */
const ONE_ZONE: Readonly<Record<string, string>> = {
  'AWS::EC2::Subnet': 'AvailabilityZone',
  'AWS::EC2::Instance': 'AvailabilityZone',
  'AWS::EC2::Volume': 'AvailabilityZone',
  'AWS::RDS::DBInstance': 'AvailabilityZone',
  'AWS::DocDB::DBInstance': 'AvailabilityZone',
};

/** Properties with a list of zones, by type. */
const ZONES: Readonly<Record<string, string>> = {
  'AWS::AutoScaling::AutoScalingGroup': 'AvailabilityZones',
  'AWS::RDS::DBCluster': 'AvailabilityZones',
  'AWS::DocDB::DBCluster': 'AvailabilityZones',
  'AWS::ElastiCache::ReplicationGroup': 'PreferredCacheClusterAZs',
};

const EXPECTED = 'Fn::Select of Fn::GetAZs, a parameter, or AvailabilityZoneId';

export const ec2FixedZone: Rule = {
  id: 'ec2-fixed-zone',
  severity: 'warning',
  description: 'Availability Zone is set by name, which is another zone in another account of this region',
  fix: 'Choose the zone with Fn::GetAZs or a parameter, or name it by its id where the service accepts one',
  citation: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html',
  unsettled:
    'Only the eight oldest regions map names independently, for accounts created before November 2025; whether the account is older is not in a template',
  *check(context) {
    for (const resource of context.template.resources) {
      const one = ONE_ZONE[resource.type];
      const zone = one === undefined ? undefined : stringAt(resource.properties, one);
      if (isZoneName(zone)) yield { resource, path: `Properties.${one}`, received: shown(zone), expected: EXPECTED };
      const several = ZONES[resource.type];
      for (const [index, item] of (several === undefined ? [] : itemsAt(resource.properties, several)).entries()) {
        if (isZoneName(item)) yield { resource, path: `Properties.${several}[${index}]`, received: shown(item), expected: EXPECTED };
      }
    }
  },
};
