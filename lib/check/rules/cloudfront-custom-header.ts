import { shown } from '../../core/problems';
import { textAt } from '../property';
import { type Breach, each, violationsOf } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString } from '../values';

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
const REFUSED_IN_LOWER_CASE: ReadonlySet<string> = new Set(REFUSED.map((name) => name.toLowerCase()));

export const cloudfrontCustomHeader: Rule = {
  id: 'cloudfront-custom-header',
  severity: 'error',
  description: 'Origin has a custom header that CloudFront cannot add to requests',
  fix: 'Choose another name, such as one that begins with X-',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html',
  check: (context) =>
    violationsOf(context, 'AWS::CloudFront::Distribution', each('DistributionConfig.Origins', each('OriginCustomHeaders', added))),
};

function* added(header: unknown, path: string): Generator<Breach> {
  const name = textAt(header, 'HeaderName');
  if (!isKnownString(name) || !(REFUSED_IN_LOWER_CASE.has(name.toLowerCase()) || /^x-(?:amz|edge)-/i.test(name))) return;
  yield { path: `${path}.HeaderName`, received: shown(name), expected: 'a header that CloudFront may add' };
}
