import { dnsRecords } from '../records';
import type { Rule } from '../rule';
import { isFlag, isKnownString, rawAt, stringAt } from '../values';

/** Hosted zone of every distribution. Source: the cited page. */
const CLOUDFRONT_ZONES = ['Z2FDTNDATAQYW2', 'Z3RFFRIM2A3IF5'];

export const route53CloudfrontAlias: Rule = {
  id: 'route53-cloudfront-alias',
  severity: 'error',
  description: 'Alias of a CloudFront distribution evaluates its health, or has another hosted zone than that of CloudFront',
  fix: 'Set HostedZoneId to Z2FDTNDATAQYW2, and EvaluateTargetHealth to false',
  citation: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
  *check(context) {
    for (const { resource, record, path } of dnsRecords(context)) {
      const name = rawAt(record, 'AliasTarget', 'DNSName');
      const target = context.targetOf('AWS::CloudFront::Distribution', name);
      if (target === undefined && !(typeof name === 'string' && /\.cloudfront\.net\.?$/i.test(name))) continue;
      const zone = stringAt(record, 'AliasTarget', 'HostedZoneId');
      if (isKnownString(zone) && !CLOUDFRONT_ZONES.includes(zone))
        yield { resource, path: `${path}.AliasTarget.HostedZoneId`, received: zone, expected: CLOUDFRONT_ZONES[0] ?? '' };
      if (isFlag(true, record, 'AliasTarget', 'EvaluateTargetHealth'))
        yield { resource, path: `${path}.AliasTarget.EvaluateTargetHealth`, received: 'true', expected: 'false for CloudFront' };
    }
  },
};
