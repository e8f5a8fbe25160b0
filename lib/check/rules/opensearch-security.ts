import { is } from '../property-condition';
import { oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const opensearchSecurity: Rule = {
  id: 'opensearch-security',
  severity: 'error',
  description: 'Domain has fine-grained access control without encryption at rest, encryption between nodes and HTTPS',
  fix: 'Enable EncryptionAtRestOptions and NodeToNodeEncryptionOptions, and set EnforceHTTPS of DomainEndpointOptions',
  citation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-opensearchservice-domain-advancedsecurityoptionsinput.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::OpenSearchService::Domain',
      when(
        is('AdvancedSecurityOptions.Enabled', 'true'),
        oneOf('EncryptionAtRestOptions.Enabled', ['true'], 'false'),
        oneOf('NodeToNodeEncryptionOptions.Enabled', ['true'], 'false'),
        oneOf('DomainEndpointOptions.EnforceHTTPS', ['true'], 'false'),
      ),
    ),
};
