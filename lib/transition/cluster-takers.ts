import { referencesIn } from '../cloudformation/references';
import { attributeOf, referenceOf } from './property-value';
import type { UpdatedResource } from './resource-change';
import { listOf } from './roll/task-demand';
import { changesProperty, type TransitionContext } from './transition-context';

/** Outcome of a change of the instance class for connections to the cluster. */
export type Takeover =
  /** Another instance works while this one changes, so a writer fails over to it. */
  | 'failover'
  /** All other instances change at the same time: CloudFormation updates resources in parallel that do not depend on each other. */
  | 'at-the-same-time'
  /** The cluster has no other instance before and after the update. */
  | 'alone';

/**
 * Whether another instance of the cluster takes over while the class of one changes. A template does not say which instance is the
 * writer, so each counts as it.
 */
export function takeoverOf(context: TransitionContext, instance: UpdatedResource): Takeover {
  const cluster = clusterOf(instance);
  const others = context.updated(instance.after.type).filter((other) => other.id !== instance.id && clusterOf(other) === cluster);
  if (others.length === 0) return 'alone';
  const works = others.some(
    (other) =>
      !changesProperty(other, 'DBInstanceClass') || dependsOn(context, instance.id, other.id) || dependsOn(context, other.id, instance.id),
  );
  return works ? 'failover' : 'at-the-same-time';
}

function clusterOf({ before: { properties } }: UpdatedResource): string {
  return referenceOf(properties.DBClusterIdentifier) ?? JSON.stringify(properties.DBClusterIdentifier);
}

/** Whether a resource of the second template is updated after another one, directly or through others. */
function dependsOn(context: TransitionContext, id: string, other: string): boolean {
  const resources = new Map(context.after.resources.map((resource) => [resource.id, resource]));
  const found = new Set([id]);
  for (const each of found) {
    const stated = attributeOf(context, 'after', each, 'DependsOn');
    const names = typeof stated === 'string' ? [stated] : listOf(stated).map(String);
    for (const name of [...names, ...referencesIn(resources.get(each)?.properties)]) if (resources.has(name)) found.add(name);
  }
  return found.has(other);
}
