import { is } from '../property-condition';
import { absent, atMostOne, each, type Requirement, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

const REQUIREMENTS: readonly Requirement[] = [
  atMostOne('CidrRoutingConfig', 'Failover', 'GeoLocation', 'GeoProximityLocation', 'MultiValueAnswer', 'Region', 'Weight'),
  within('Weight', { least: 0, most: 255 }),
  when(is('MultiValueAnswer', 'true'), absent('AliasTarget')),
];

export const route53Routing: Rule = {
  id: 'route53-routing',
  severity: 'error',
  description: 'Record has two routing policies, a weight above 255, or multivalue answers as an alias',
  fix: 'Keep one of Weight, Region, Failover, GeoLocation, GeoProximityLocation, MultiValueAnswer and CidrRoutingConfig, with a weight of 0 to 255',
  citation: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::Route53::RecordSet', ...REQUIREMENTS);
    yield* violationsOf(context, 'AWS::Route53::RecordSetGroup', each('RecordSets', ...REQUIREMENTS));
  },
};
