import type { TemplateResource } from '../../cloudformation/template-resource';
import { EXTENDED_SUPPORT_ENTERED, endOfSupport } from '../ended-support';
import { textAt } from '../property';
import type { Rule } from '../rule';
import { isKnownString } from '../values';

/** The engine and version of each type of data store; the text before an underscore is a name: `OpenSearch_2.9`. */
const STORES: Readonly<Record<string, (store: TemplateResource) => unknown>> = {
  'AWS::ElastiCache::CacheCluster': ({ properties }) => textAt(properties, 'Engine'),
  'AWS::ElastiCache::ReplicationGroup': ({ properties }) => textAt(properties, 'Engine') ?? 'redis',
  'AWS::DocDB::DBCluster': () => 'docdb',
  'AWS::OpenSearchService::Domain': ({ properties }) => String(textAt(properties, 'EngineVersion')).split('_')[0]?.toLowerCase(),
};

export const storeExtendedSupport: Rule = {
  id: 'store-extended-support',
  severity: 'warning',
  description: 'Cache, document store or search domain has a version past its standard support, for which AWS bills extended support',
  fix: 'Choose a version in standard support, such as Valkey 8, DocumentDB 5.0 or OpenSearch 2.19',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/extended-support.html',
  unsettled:
    'The page states it for caches. Document stores: https://docs.aws.amazon.com/documentdb/latest/developerguide/extended-support.html; search domains: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
  *check(context) {
    for (const [type, engineOf] of Object.entries(STORES)) {
      for (const resource of context.ofType(type)) {
        const [engine, version] = [engineOf(resource), textAt(resource.properties, 'EngineVersion')];
        if (!isKnownString(engine) || !isKnownString(version) || !Object.hasOwn(EXTENDED_SUPPORT_ENTERED, engine)) continue;
        const on = endOfSupport(EXTENDED_SUPPORT_ENTERED[engine] ?? {}, version.replace(/^[A-Za-z]+_/, ''));
        if (on === undefined) continue;
        const path = 'Properties.EngineVersion';
        yield { resource, path, received: `${version}, whose standard support ended on ${on}`, expected: 'a version in standard support' };
      }
    }
  },
};
