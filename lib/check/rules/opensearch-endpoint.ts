import { is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const opensearchEndpoint: Rule = {
  id: 'opensearch-endpoint',
  severity: 'error',
  description: 'Domain has a custom endpoint without a name or a certificate',
  fix: 'Set CustomEndpoint and CustomEndpointCertificateArn',
  citation: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/customendpoint.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::OpenSearchService::Domain',
      when(
        is('DomainEndpointOptions.CustomEndpointEnabled', 'true'),
        required('DomainEndpointOptions.CustomEndpoint'),
        required('DomainEndpointOptions.CustomEndpointCertificateArn'),
      ),
    ),
};
