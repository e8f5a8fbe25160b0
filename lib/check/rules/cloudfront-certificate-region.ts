import type { Rule } from '../rule';
import { rawAt, stringAt } from '../values';

/** The only region whose certificates CloudFront accepts. */
const REGION = 'us-east-1';

export const cloudfrontCertificateRegion: Rule = {
  id: 'cloudfront-certificate-region',
  severity: 'error',
  description: 'Distribution uses a certificate, or a web ACL, of a region other than us-east-1',
  fix: 'Create the certificate and the web ACL in us-east-1, in a stack of that region',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  *check(context) {
    const { region } = context.template;
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      const path = ['DistributionConfig', 'ViewerCertificate', 'AcmCertificateArn'] as const;
      const arn = stringAt(distribution.properties, ...path);
      const certificate = context.targetOf('AWS::CertificateManager::Certificate', rawAt(distribution.properties, ...path));
      const found = typeof arn === 'string' ? /^arn:[^:]+:acm:([^:]+):/.exec(arn)?.[1] : certificate === undefined ? undefined : region;
      if (found !== undefined && found !== '' && found !== REGION)
        yield {
          resource: distribution,
          path: `Properties.${path.join('.')}`,
          received: `in ${found}`,
          expected: `a certificate of ${REGION}`,
        };
    }
    for (const acl of context.ofType('AWS::WAFv2::WebACL')) {
      if (stringAt(acl.properties, 'Scope') === 'CLOUDFRONT' && region !== undefined && region !== REGION)
        yield { resource: acl, path: 'Properties.Scope', received: `"CLOUDFRONT" in ${region}`, expected: `a stack in ${REGION}` };
    }
  },
};
