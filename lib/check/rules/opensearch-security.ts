import { is, matches } from '../property-condition';
import { noneOf, oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const opensearchSecurity: Rule = {
  id: 'opensearch-security',
  severity: 'error',
  description:
    'Domain has fine-grained access control without encryption at rest, encryption between nodes and HTTPS, or T2 nodes with access control or encryption at rest',
  fix: 'Enable EncryptionAtRestOptions and NodeToNodeEncryptionOptions, and set EnforceHTTPS of DomainEndpointOptions; use T3 nodes or larger',
  citation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-opensearchservice-domain-advancedsecurityoptionsinput.html',
  unsettled:
    'The page states access control. T2 nodes: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/supported-instance-types.html',
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
      when(
        matches('ClusterConfig.InstanceType', /^t2\./, 'of T2'),
        noneOf('EncryptionAtRestOptions.Enabled', 'true'),
        noneOf('AdvancedSecurityOptions.Enabled', 'true'),
      ),
    ),
};
