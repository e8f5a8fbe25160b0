import { each, matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const cloudfrontOriginName: Rule = {
  id: 'cloudfront-origin-name',
  severity: 'error',
  description: 'Origin has a domain name with a scheme or path, or an origin path or default root object with misplaced slashes',
  fix: 'Write DomainName as a host name, OriginPath with a slash at its start only, and DefaultRootObject without one at its start',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  unsettled:
    'The page states origins. The API reference states the default root object: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::CloudFront::Distribution',
      each(
        'DistributionConfig.Origins',
        matching('DomainName', /^[^/:]+$/, 'a host name'),
        matching('OriginPath', /^\/(.*[^/])?$/, 'a slash at the start, and none at the end'),
      ),
      matching('DistributionConfig.DefaultRootObject', /^[^/]/, 'no slash at the start'),
    ),
};
