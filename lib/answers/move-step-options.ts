import { sameValueKey } from '../check/check-context';
import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { type Options, type ShardCount, shardCountsOf, shardCountsText, unprotectedDatabasesOf } from '../model/options';
import type { StackUpdate } from './move-steps';

/** Options of the first end that give the template of a step. */
type StepOptions = Pick<Options, 'cacheShards' | 'protectedShards' | 'unprotectedDatabases'> & { readonly deletionProtection?: false };

/** Type of caches with shards. */
const CACHE = 'AWS::ElastiCache::ReplicationGroup';
/** Type of the shards of document stores, which are clusters of their own. */
const DOCUMENT_STORE_SHARD = 'AWS::DocDB::DBCluster';
/** Type of databases. */
const DATABASE = 'AWS::RDS::DBInstance';
/** Type of EKS clusters, which have deletion protection if they have data stores. */
const CLUSTER = 'AWS::EKS::Cluster';

/**
 * Options of the first end that give caches the shards, and document stores and databases the deletion protection, that a template
 * of a step has; with those of `requested` for other components. Undefined where the step changes none of them.
 */
export function optionsOfStep(
  update: StackUpdate,
  step: Template,
  requested: Pick<Options, 'cacheShards' | 'protectedShards' | 'unprotectedDatabases'>,
): StepOptions | undefined {
  const changed = step.resources.filter(({ id, properties }) => {
    const deployed = update.before.resources.find((resource) => resource.id === id);
    return deployed !== undefined && sameValueKey(deployed.properties) !== sameValueKey(properties);
  });
  const componentOf = ({ id }: TemplateResource) => update.transition.resources.find((resource) => resource.id === id)?.component;
  const of = (type: string, isIncluded: (each: TemplateResource) => boolean = () => true) => [
    ...new Set(changed.filter((each) => each.type === type && isIncluded(each)).flatMap((each) => componentOf(each) ?? [])),
  ];
  const shardsOf = (type: string, component: string) =>
    step.resources.filter((each) => each.type === type && componentOf(each) === component);
  const cacheShards = of(CACHE).map(
    (component): ShardCount => ({ component, shards: Number(shardsOf(CACHE, component)[0]?.properties.NumNodeGroups) }),
  );
  const protectedShards = of(DOCUMENT_STORE_SHARD).map((component): ShardCount => {
    const isProtected = shardsOf(DOCUMENT_STORE_SHARD, component).filter(({ properties }) => properties.DeletionProtection === true);
    return { component, shards: isProtected.length };
  });
  const isUnprotected = ({ properties }: TemplateResource) => properties.DeletionProtection === false;
  const unprotected = new Set([...unprotectedDatabasesOf(requested.unprotectedDatabases), ...of(DATABASE, isUnprotected)]);
  const changesDatabases = of(DATABASE, isUnprotected).length > 0;
  // The option of the cluster is about all data stores: it gives the template of the step where no other is protected.
  const isClusterUnprotected = of(CLUSTER, isUnprotected).length > 0;
  if (cacheShards.length + protectedShards.length === 0 && !changesDatabases && !isClusterUnprotected) return undefined;
  return {
    ...(isClusterUnprotected && { deletionProtection: false as const }),
    ...(changesDatabases && { unprotectedDatabases: [...unprotected].join(',') }),
    ...(cacheShards.length > 0 && { cacheShards: withOthers(cacheShards, requested.cacheShards) }),
    ...(protectedShards.length > 0 && { protectedShards: withOthers(protectedShards, requested.protectedShards) }),
  };
}

function withOthers(changed: readonly ShardCount[], requested: string | undefined): string {
  const others = shardCountsOf(requested).filter(({ component }) => changed.every((each) => each.component !== component));
  return shardCountsText([...others, ...changed]);
}

/** Whether two templates deploy the same stack. The metadata of a template only describes it. */
export function deploysSame({ raw: { Metadata: _, ...left } }: Template, { raw: { Metadata: __, ...right } }: Template): boolean {
  return sameValueKey(left) === sameValueKey(right);
}
