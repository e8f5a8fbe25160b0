import { has } from '../property-condition';
import { absent, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const WEBSITE = 'WebsiteConfiguration';
/** Properties that a website with a redirect of all requests must not have. */
const OTHERS = ['IndexDocument', 'ErrorDocument', 'RoutingRules'];

export const s3WebsiteRedirect: Rule = {
  id: 's3-website-redirect',
  severity: 'error',
  description: 'Website of a bucket redirects all requests and has documents or routing rules, which S3 rejects',
  fix: 'Keep RedirectAllRequestsTo, or the others',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-websiteconfiguration.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::S3::Bucket',
      when(has(`${WEBSITE}.RedirectAllRequestsTo`), ...OTHERS.map((name) => absent(`${WEBSITE}.${name}`))),
    ),
};
