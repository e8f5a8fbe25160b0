import { intrinsicOf } from '../../cloudformation/references';
import { has, matches } from '../property-condition';
import { absent, each, matching, type Requirement, unique, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';
import { rawAt } from '../values';

const ORIGINS = 'DistributionConfig.Origins';
/** 80, 443, and 1024 to 65535. */
const PORT = /^(80|443|102[4-9]|10[3-9]\d|1[1-9]\d\d|[2-9]\d{3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;
const PORTS = '80, 443 or 1024 to 65535';

/** A reference may be empty. A text with a reference, such as `origin-access-identity/cloudfront/` and an ID, is not. */
const withoutIdentity: Requirement = function* (origin, path) {
  const identity = rawAt(origin, 'S3OriginConfig', 'OriginAccessIdentity');
  const isText = typeof identity === 'string' ? identity !== '' : ['Fn::Join', 'Fn::Sub'].includes(intrinsicOf(identity)?.[0] ?? '');
  if (isText) yield { path: `${path}.S3OriginConfig.OriginAccessIdentity`, received: 'set', expected: 'empty' };
};

export const cloudfrontOriginSetting: Rule = {
  id: 'cloudfront-origin-setting',
  severity: 'error',
  description:
    'Origin has the ID of another origin, a port or number of attempts that CloudFront rejects, two kinds of origin access, or a website endpoint as a bucket',
  fix: 'Give each origin an Id of its own, use port 80, 443 or from 1024, an empty OriginAccessIdentity next to OriginAccessControlId, and CustomOriginConfig for websites',
  citation: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html',
  unsettled:
    'The page does not state the ports. The guide does: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::CloudFront::Distribution',
      unique(ORIGINS, 'Id'),
      each(
        ORIGINS,
        matching('CustomOriginConfig.HTTPPort', PORT, PORTS),
        matching('CustomOriginConfig.HTTPSPort', PORT, PORTS),
        within('CustomOriginConfig.OriginReadTimeout', { least: 1 }),
        within('CustomOriginConfig.OriginKeepaliveTimeout', { least: 1 }),
        within('ConnectionAttempts', { least: 1, most: 3 }),
        when(matches('DomainName', /\.s3-website[.-]/, 'of a website'), absent('S3OriginConfig')),
        when(has('OriginAccessControlId'), withoutIdentity),
      ),
    ),
};
