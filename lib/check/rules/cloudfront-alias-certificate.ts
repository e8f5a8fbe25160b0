import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { isAbsent, isFlag, itemsAt } from '../values';

export const cloudfrontAliasCertificate: Rule = {
  id: 'cloudfront-alias-certificate',
  severity: 'error',
  description: 'Distribution has alternate domain names, but no certificate for them',
  fix: 'Set ViewerCertificate to a certificate in us-east-1 that covers the names',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  *check(context) {
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      const config = ['DistributionConfig', 'ViewerCertificate'] as const;
      if (itemsAt(distribution.properties, 'DistributionConfig', 'Aliases').every(mayBeOther)) continue;
      const isDefault = isFlag(true, distribution.properties, ...config, 'CloudFrontDefaultCertificate');
      const hasNone = ['AcmCertificateArn', 'IamCertificateId'].every((key) => isAbsent(distribution.properties, ...config, key));
      if (!isDefault && !hasNone) continue;
      yield {
        resource: distribution,
        path: 'Properties.DistributionConfig.ViewerCertificate',
        ...(isDefault && { received: 'the default certificate' }),
        expected: 'a certificate for the names in Aliases',
      };
    }
  },
};
