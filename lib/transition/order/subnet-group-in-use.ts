import { referencesIn } from '../../cloudformation/references';
import type { Template } from '../../cloudformation/template-resource';
import type { OrderRule } from '../order-rule';
import type { UpdatedResource } from '../resource-change';
import { listOf } from '../roll/task-demand';

/** Types whose instances are in the subnets that `SubnetIds` lists. */
const GROUPS = [
  'AWS::DocDB::DBSubnetGroup',
  'AWS::ElastiCache::SubnetGroup',
  'AWS::MemoryDB::SubnetGroup',
  'AWS::Neptune::DBSubnetGroup',
  'AWS::RDS::DBSubnetGroup',
];

export const subnetGroupInUse: OrderRule = {
  id: 'subnet-group-in-use',
  description:
    'RDS, ElastiCache and the other managed data stores reject a subnet group without a subnet that one of their instances is in',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBSubnetGroup.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyCacheSubnetGroup.html',
  ],
  asOf: '2026-11-29',
  *judge(context, replaced) {
    for (const change of context.updated(...GROUPS)) {
      const old = listOf(change.before.properties.SubnetIds);
      const left = old.filter((subnet) => leaves(subnet, change, replaced));
      if (left.length === 0 || replaced.has(change.id)) continue;
      const verdict = { resource: change.id, properties: ['SubnetIds'] };
      const text = `${left.length} of ${old.length} subnets ${left.length === 1 ? 'leaves' : 'leave'} the group`;
      if (left.length === old.length && isUsed(context.before, change.id)) {
        const why = 'the instances are in these subnets: restore a snapshot in another stack instead';
        yield { ...verdict, class: 'rejected', text: `${text}, and ${why}` };
      } else {
        yield { ...verdict, class: 'in-place', text: `${text}, which is rejected if an instance is in one of them` };
      }
    }
  },
};

/** Whether the group loses a subnet: it is no longer listed, or it is replaced by another one. */
function leaves(subnet: unknown, { after }: UpdatedResource, replaced: ReadonlySet<string>): boolean {
  if (referencesIn(subnet).some((name) => replaced.has(name))) return true;
  return listOf(after.properties.SubnetIds).every((other) => JSON.stringify(other) !== JSON.stringify(subnet));
}

function isUsed({ resources }: Template, group: string): boolean {
  return resources.some(({ properties }) => referencesIn(properties).includes(group));
}
