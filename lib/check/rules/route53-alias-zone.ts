import { dnsRecords } from '../records';
import type { Rule } from '../rule';
import { rawAt } from '../values';

const ZONE = 'AWS::Route53::HostedZone';
/** Records may be aliases of other records of their own zone. */
const RECORDS = ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup', ZONE];

export const route53AliasZone: Rule = {
  id: 'route53-alias-zone',
  severity: 'error',
  description: 'Alias of a load balancer, API, bucket or other resource has the hosted zone of the record instead of that of the resource',
  fix: 'Set HostedZoneId of AliasTarget to the attribute of the resource, such as CanonicalHostedZoneID of a load balancer',
  citation: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
  *check(context) {
    for (const { resource, record, path } of dnsRecords(context)) {
      const target = context.target(rawAt(record, 'AliasTarget', 'DNSName'));
      const zone = context.targetOf(ZONE, rawAt(record, 'AliasTarget', 'HostedZoneId'));
      if (target === undefined || zone === undefined || RECORDS.includes(target.type)) continue;
      yield {
        resource,
        path: `${path}.AliasTarget.HostedZoneId`,
        received: `${zone.id}, the zone of the record`,
        expected: `the hosted zone of ${target.id}`,
      };
    }
  },
};
