import type { Rule } from '../rule';
import { isAbsent } from '../values';

/** Properties that a website with a redirect of all requests must not have. */
const OTHERS = ['IndexDocument', 'ErrorDocument', 'RoutingRules'];

export const s3WebsiteRedirect: Rule = {
  id: 's3-website-redirect',
  severity: 'error',
  description: 'Website of a bucket redirects all requests and has documents or routing rules, which S3 rejects',
  fix: 'Keep RedirectAllRequestsTo, or the others',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-websiteconfiguration.html',
  *check(context) {
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      const has = (name: string) => !isAbsent(bucket.properties, 'WebsiteConfiguration', name);
      const other = OTHERS.find(has);
      if (!has('RedirectAllRequestsTo') || other === undefined) continue;
      yield {
        resource: bucket,
        path: `Properties.WebsiteConfiguration.${other}`,
        received: 'set',
        expected: 'absent next to RedirectAllRequestsTo',
      };
    }
  },
};
