import { attributeOf, isTrue, textOf, valueAt } from '../property-value';
import type { TransitionRule } from '../rule';
import { compareVersions } from '../versions';

/** Property with the version of the engine, by type. */
const VERSIONS: Readonly<Record<string, string>> = {
  'AWS::OpenSearchService::Domain': 'EngineVersion',
  'AWS::Elasticsearch::Domain': 'ElasticsearchVersion',
};

export const opensearchVersion: TransitionRule = {
  id: 'opensearch-version',
  description:
    'CloudFormation upgrades a domain of OpenSearch in place with the update policy EnableVersionUpgrade, replaces it with an empty one without the policy, and OpenSearch rejects an older version',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticsearch-domain.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/version-migration.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    const changes = Object.entries(VERSIONS).flatMap(([type, property]) =>
      context.changed(property, type).map((change) => ({ ...change, property })),
    );
    for (const { id, before, after, property } of changes) {
      const [old, next] = [textOf(before, property), textOf(after, property)];
      const text = `the engine changes from ${old ?? 'the latest version at creation'} to ${next ?? 'the latest version'}`;
      const verdict = { resource: id, properties: [property] };
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

/** Versions are `OpenSearch_2.11`, `Elasticsearch_7.10` and of the older type `7.10`; each OpenSearch is newer than each Elasticsearch. */
function isOlder(version = '', than = ''): boolean {
  const [left = '', leftNumber = left] = version.split('_');
  const [right = '', rightNumber = right] = than.split('_');
  return left === right || !than.includes('_') ? compareVersions(leftNumber, rightNumber) < 0 : left === 'Elasticsearch';
}
