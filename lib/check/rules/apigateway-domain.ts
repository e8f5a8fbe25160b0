import { absent, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { itemsAt } from '../values';

const endpoint = (type: string) => ({
  holds: (domain: unknown) => {
    const types = itemsAt(domain, 'EndpointConfiguration', 'Types');
    return types.length === 1 && types[0] === type;
  },
  words: `endpoint type ${type}`,
});

export const apigatewayDomain: Rule = {
  id: 'apigateway-domain',
  severity: 'error',
  description: 'Custom domain name has the certificate of the other endpoint type',
  fix: 'Set RegionalCertificateArn for REGIONAL, and CertificateArn for EDGE',
  citation: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainName.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ApiGateway::DomainName',
      when(endpoint('REGIONAL'), absent('CertificateArn')),
      when(endpoint('EDGE'), absent('RegionalCertificateArn')),
    ),
};
