import { atMostOne, each, violationsOf } from '../requirements';
import type { Rule } from '../rule';

const ONE = atMostOne('CidrRoutingConfig', 'Failover', 'GeoLocation', 'GeoProximityLocation', 'MultiValueAnswer', 'Region', 'Weight');

export const route53Routing: Rule = {
  id: 'route53-routing',
  severity: 'error',
  description: 'Record has two routing policies, of which Route 53 allows one',
  fix: 'Keep one of Weight, Region, Failover, GeoLocation, GeoProximityLocation, MultiValueAnswer and CidrRoutingConfig',
  citation: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::Route53::RecordSet', ONE);
    yield* violationsOf(context, 'AWS::Route53::RecordSetGroup', each('RecordSets', ONE));
  },
};
