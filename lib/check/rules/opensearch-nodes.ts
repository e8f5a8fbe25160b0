import { is } from '../property-condition';
import { noneOf, oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const opensearchNodes: Rule = {
  id: 'opensearch-nodes',
  severity: 'error',
  description:
    'Domain has a number of dedicated master nodes other than three or five, or warm or cold storage without the nodes that it requires',
  fix: 'Set DedicatedMasterCount to 3 or 5, dedicated master nodes with UltraWarm, and UltraWarm with cold storage',
  citation: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ultrawarm.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::OpenSearchService::Domain',
      when(is('ClusterConfig.DedicatedMasterEnabled', 'true'), noneOf('ClusterConfig.DedicatedMasterCount', '1', '2', '4')),
      when(is('ClusterConfig.WarmEnabled', 'true'), oneOf('ClusterConfig.DedicatedMasterEnabled', ['true'], 'false')),
      when(is('ClusterConfig.ColdStorageOptions.Enabled', 'true'), oneOf('ClusterConfig.WarmEnabled', ['true'], 'false')),
    ),
};
