import type { TemplateResource } from '../../cloudformation/template-resource';
import { isTrue, textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties of encryption in transit. */
const PROPERTIES = ['TransitEncryptionEnabled', 'TransitEncryptionMode'];

/** Encryption in transit of a cache that runs is preferred before it is required. */
export const cacheTransitEncryption: TransitionRule = {
  id: 'cache-transit-encryption',
  description: 'ElastiCache requires encryption in transit of a deployed cache in two updates: first it is preferred, then it is required',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const change of context.updated('AWS::ElastiCache::ReplicationGroup')) {
      const { id: resource, before, after } = change;
      const properties = PROPERTIES.filter((name) => changesProperty(change, name));
      const [old, next] = [modeOf(before), modeOf(after)];
      if (properties.length === 0) continue;
      const verdict = { resource, properties };
      const text = `encryption in transit changes from ${old} to ${next}`;
      if (old === 'off' && next === 'required') {
        const preferred = { TransitEncryptionEnabled: true, TransitEncryptionMode: 'preferred' };
        const title = `Prefer encryption in transit of ${resource}, then connect its clients with it`;
        yield { ...verdict, class: 'rejected', text: `${text}; prefer it first`, first: [{ title, properties: preferred }] };
      } else {
        yield { ...verdict, class: 'in-place', text };
      }
    }
  },
};

function modeOf(cache: TemplateResource): string {
  return isTrue(cache, 'TransitEncryptionEnabled') ? (textOf(cache, 'TransitEncryptionMode') ?? 'required') : 'off';
}
