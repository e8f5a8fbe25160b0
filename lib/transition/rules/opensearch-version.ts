import { attributeOf, isTrue, textOf, valueAt } from '../property-value';
import type { TransitionRule } from '../rule';
import { compareVersions } from '../versions';

export const opensearchVersion: TransitionRule = {
  id: 'opensearch-version',
  description:
    'CloudFormation upgrades a domain of OpenSearch in place with the update policy EnableVersionUpgrade, replaces it with an empty one without the policy, and OpenSearch rejects an older version',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/version-migration.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id, before, after } of context.changed('EngineVersion', 'AWS::OpenSearchService::Domain')) {
      const [old, next] = [textOf(before, 'EngineVersion'), textOf(after, 'EngineVersion')];
      const text = `the engine changes from ${old ?? 'the latest version at creation'} to ${next ?? 'the latest version'}`;
      const verdict = { resource: id, properties: ['EngineVersion'] };
      const policy = valueAt(attributeOf(context, 'after', id, 'UpdatePolicy'), 'EnableVersionUpgrade');
      if (!isTrue({ properties: { policy } }, 'policy')) {
        yield {
          ...verdict,
          class: 'needs-data-migration',
          text: `${text} without the update policy EnableVersionUpgrade: an empty domain replaces it`,
        };
      } else if (isOlder(next, old)) {
        yield { ...verdict, class: 'rejected', text: `${text}, which is a downgrade` };
      } else {
        yield {
          ...verdict,
          class: 'in-place',
          text: `${text} by a blue/green deployment, which rejects a version without an upgrade path`,
        };
      }
    }
  },
};

/** Versions are `OpenSearch_2.11` and `Elasticsearch_7.10`; each OpenSearch is newer than each Elasticsearch. */
function isOlder(version = '', than = ''): boolean {
  const [left = '', leftNumber = ''] = version.split('_');
  const [right = '', rightNumber = ''] = than.split('_');
  return left === right ? compareVersions(leftNumber, rightNumber) < 0 : left === 'Elasticsearch';
}
