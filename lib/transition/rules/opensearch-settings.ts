import { isTrue, valueAt } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

const TYPES = ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'];

/** Replaces the domain when it changes after it was set, and is added without a replacement. */
const AT_REST = 'EncryptionAtRestOptions';

export const opensearchSettings: TransitionRule = {
  id: 'opensearch-settings',
  description:
    'CloudFormation replaces a domain of OpenSearch that leaves its VPC or enters one, or whose encryption at rest changes; OpenSearch does not end encryption between nodes',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-opensearchservice-domain-encryptionatrestoptions.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html',
    'https://docs.aws.amazon.com/systems-manager-automation-runbooks/latest/userguide/automation-awssupportremediator-enableopensearchnodetonodeencryption.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated(...TYPES)) {
      const { id: resource, before, after } = change;
      const [old, next] = [before.properties.VPCOptions, after.properties.VPCOptions];
      if (changesProperty(change, 'VPCOptions') && (old === undefined || next === undefined)) {
        const text = `the endpoint moves ${next === undefined ? 'out of' : 'into'} a VPC: an empty domain replaces it`;
        yield { resource, class: 'needs-data-migration', properties: ['VPCOptions'], text };
      }
      if (changesProperty(change, AT_REST)) {
        const isAdded = before.properties[AT_REST] === undefined;
        yield {
          resource,
          class: isAdded ? 'in-place' : 'needs-data-migration',
          properties: [AT_REST],
          text: isAdded ? `${AT_REST} is added by a blue/green deployment` : `${AT_REST} changes: an empty domain replaces it`,
        };
      }
      const options = [before, after].map(({ properties }) => ({
        properties: { on: valueAt(properties.NodeToNodeEncryptionOptions, 'Enabled') },
      }));
      if (isTrue(options[0], 'on') && !isTrue(options[1], 'on')) {
        const text = 'encryption between nodes ends, which OpenSearch does not support: create another domain';
        yield { resource, class: 'rejected', properties: ['NodeToNodeEncryptionOptions'], text };
      }
    }
  },
};
