import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { stringAt, UNKNOWN } from '../values';

export const ec2MetadataTokens: Rule = {
  id: 'ec2-metadata-tokens',
  severity: 'warning',
  description: 'Launch template does not require tokens for instance metadata: a forged request may read credentials of the role',
  fix: 'Set MetadataOptions.HttpTokens to required',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
  *check(context) {
    for (const template of context.ofType('AWS::EC2::LaunchTemplate')) {
      const options = ['LaunchTemplateData', 'MetadataOptions'] as const;
      const tokens = stringAt(template.properties, ...options, 'HttpTokens');
      const endpoint = stringAt(template.properties, ...options, 'HttpEndpoint');
      if (tokens === 'required' || tokens === UNKNOWN || endpoint === 'disabled' || endpoint === UNKNOWN) continue;
      yield {
        resource: template,
        path: 'Properties.LaunchTemplateData.MetadataOptions.HttpTokens',
        ...(tokens !== undefined && { received: shown(tokens) }),
        expected: 'required',
      };
    }
  },
};
