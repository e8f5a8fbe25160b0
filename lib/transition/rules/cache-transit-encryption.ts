import type { TemplateResource } from '../../cloudformation/template-resource';
import { isTrue, textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties of encryption in transit. */
const PROPERTIES = ['TransitEncryptionEnabled', 'TransitEncryptionMode'];

export const cacheTransitEncryption: TransitionRule = {
  id: 'cache-transit-encryption',
  description:
    'ElastiCache requires or disables encryption in transit of a deployed cache in two updates, in the first of which it is preferred; it rejects the change of a cache with user groups',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
    'https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/elasticache/replication_group_test.go',
    'https://github.com/aws-controllers-k8s/community/issues/2536',
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
      const isPair = [old, next].sort().join() === 'off,required';
      if (old !== next && hasUserGroups(before)) {
        yield { ...verdict, class: 'rejected', text: `${text}, and the cache has user groups` };
      } else if (isPair) {
        const preferred = { TransitEncryptionEnabled: true, TransitEncryptionMode: 'preferred' };
        const title = `Prefer encryption in transit of ${resource}, then connect its clients ${next === 'off' ? 'without' : 'with'} it`;
        yield { ...verdict, class: 'rejected', text: `${text}; prefer it first`, first: [{ title, properties: preferred }] };
      } else {
        yield { ...verdict, class: 'in-place', text };
      }
    }
  },
};

function hasUserGroups({ properties: { UserGroupIds } }: TemplateResource): boolean {
  return Array.isArray(UserGroupIds) ? UserGroupIds.length > 0 : UserGroupIds !== undefined;
}

function modeOf(cache: TemplateResource): string {
  return isTrue(cache, 'TransitEncryptionEnabled') ? (textOf(cache, 'TransitEncryptionMode') ?? 'required') : 'off';
}
