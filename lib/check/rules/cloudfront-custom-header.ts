import { each, matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

/** Headers that CloudFront does not add. Source: the page of the citation. */
const REFUSED = [
  'Cache-Control',
  'Connection',
  'Content-Length',
  'Cookie',
  'Host',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'If-Unmodified-Since',
  'Max-Forwards',
  'Pragma',
  'Proxy-Authorization',
  'Proxy-Connection',
  'Range',
  'Request-Range',
  'TE',
  'Trailer',
  'Transfer-Encoding',
  'Upgrade',
  'Via',
  'X-Real-Ip',
];
const ADDED = new RegExp(`^(?!(${REFUSED.join('|')})$|X-Amz-|X-Edge-)`, 'i');

export const cloudfrontCustomHeader: Rule = {
  id: 'cloudfront-custom-header',
  severity: 'error',
  description: 'Origin has a custom header that CloudFront cannot add to requests',
  fix: 'Choose another name, such as one that begins with X-',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::CloudFront::Distribution',
      each('DistributionConfig.Origins', each('OriginCustomHeaders', matching('HeaderName', ADDED, 'a header that CloudFront may add'))),
    ),
};
