import type { InstanceCounts, ResolvedNodePool } from '../../blueprint/resolved-component';
import { isBurstable } from '../../core/burstable';
import { isPlainObject, type PlainObject, section } from '../../core/plain-object';

/** The instance type of a node pool on ECS, and its numbers of instances. */
export interface NodeSize {
  /** Instance type. */
  readonly instanceType: string;
  /** Numbers of instances. */
  readonly nodes: InstanceCounts;
}

/** Instance type and counts, which every node pool on ECS has. */
export function sizeOf({ id, instanceType, nodes }: Pick<ResolvedNodePool, 'id' | 'instanceType' | 'nodes'>): NodeSize {
  if (instanceType === undefined || nodes === undefined) throw new Error(`node pool ${id} has no instance type`);
  return { instanceType, nodes };
}

/** Instances that remain in service while others are replaced: below the maximum, as CloudFormation requires. A group of one instance is replaced with an interruption. */
export function leastInService({ min, max }: InstanceCounts): number {
  return Math.max(0, Math.min(min, max - 1));
}

/**
 * The parts of the size of a pool that decide which properties its resources have: burstable types have a credit setting, and a pool
 * without instances neither scales nor updates. Within one form, sizes are values of properties, which `withNodeSizes` sets.
 */
export function sizeForm(pool: ResolvedNodePool): unknown {
  const { instanceType, nodes } = sizeOf(pool);
  return { isBurstable: isBurstable(instanceType), isIdle: nodes.max === 0 };
}

/** A template of a stack on ECS with the sizes of its node pools, which were of the same `sizeForm`. Throws an error where a pool is not in the template. */
export function withNodeSizes(template: PlainObject, pools: readonly ResolvedNodePool[]): PlainObject {
  if (pools.length === 0) return template;
  const resources = Object.entries(section(template, 'Resources'));
  const changed = new Map<string, PlainObject>();
  for (const pool of pools) {
    const size = sizeOf(pool);
    const set = (construct: string, change: (resource: PlainObject) => PlainObject) => {
      const found = resources.find(([, resource]) => isPlainObject(resource) && isAt(resource, `${pool.id}/${construct}`));
      if (found === undefined) throw new Error(`node pool ${pool.id} has no ${construct}`);
      changed.set(found[0], change(found[1] as PlainObject));
    };
    set('LaunchTemplate/Resource', (resource) => withType(resource, size));
    set('Group/ASG', (resource) => withCounts(resource, size));
  }
  return { ...template, Resources: Object.fromEntries(resources.map(([id, resource]) => [id, changed.get(id) ?? resource])) };
}

/** Whether a resource is that of a construct directly below the stack. */
function isAt(resource: PlainObject, path: string): boolean {
  const full = section(resource, 'Metadata')['aws:cdk:path'];
  return typeof full === 'string' && full.slice(full.indexOf('/') + 1) === path;
}

function withType(launchTemplate: PlainObject, { instanceType }: NodeSize): PlainObject {
  const properties = section(launchTemplate, 'Properties');
  const data = { ...section(properties, 'LaunchTemplateData'), InstanceType: instanceType };
  return { ...launchTemplate, Properties: { ...properties, LaunchTemplateData: data } };
}

function withCounts(group: PlainObject, { nodes }: NodeSize): PlainObject {
  const properties = { ...section(group, 'Properties'), MinSize: String(nodes.min), MaxSize: String(nodes.max) };
  const policy = section(group, 'UpdatePolicy');
  const rolling = policy.AutoScalingRollingUpdate;
  if (!isPlainObject(rolling)) return { ...group, Properties: properties };
  const update = { ...rolling, MinInstancesInService: leastInService(nodes) };
  return { ...group, Properties: properties, UpdatePolicy: { ...policy, AutoScalingRollingUpdate: update } };
}
