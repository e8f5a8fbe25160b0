import type { Template, TemplateResource } from '../cloudformation/template-resource';
import type { CapacityFigure, CopyCounts } from './capacity-figure';
import { numberOf } from './property-value';
import { servicesOf } from './roll/ecs-service';
import type { ServiceRoll } from './roll/rolls';
import type { ResourceTransition } from './transition';

const NONE: CopyCounts = { min: 0, max: 0 };

/** The capacity of ECS services, Auto Scaling groups, databases and caches of either template, in the order of the resources. */
export function capacityFigures(
  before: Template,
  after: Template,
  resources: readonly ResourceTransition[],
  rolls: readonly ServiceRoll[],
): readonly CapacityFigure[] {
  const [old, next] = [copiesOf(before), copiesOf(after)];
  const [oldIds, nextIds] = [before, after].map(({ resources: all }) => new Set(all.map(({ id }) => id)));
  return resources.flatMap((resource) => {
    const [left, right] = [old.get(resource.id), next.get(resource.id)];
    const known = right ?? left;
    // A size that is known only at deployment is not stated, rather than stated as zero.
    const isUnknown = (left === undefined && oldIds?.has(resource.id)) || (right === undefined && nextIds?.has(resource.id));
    if (known === undefined || isUnknown) return [];
    const [from, to] = [left?.copies ?? NONE, right?.copies ?? NONE];
    const fewest = rolls.filter(({ service }) => service === resource.id).map(({ fewestRunning }) => fewestRunning);
    const kept = isInterrupted(resource) ? 0 : Math.min(from.min, to.min);
    return [
      {
        resource: resource.id,
        component: resource.component,
        ...(known.part !== undefined && { part: known.part }),
        unit: known.unit,
        ...(left?.size !== undefined && { sizeBefore: left.size }),
        ...(right?.size !== undefined && { sizeAfter: right.size }),
        before: from,
        during: Math.min(kept, ...fewest),
        after: to,
      },
    ];
  });
}

interface Counted {
  readonly unit: CapacityFigure['unit'];
  readonly copies: CopyCounts;
  readonly part?: CapacityFigure['part'];
  readonly size?: string;
}

function copiesOf(template: Template): ReadonlyMap<string, Counted> {
  const services = servicesOf(template).map(({ id, min, max }): [string, Counted] => [id, { unit: 'tasks', copies: { min, max } }]);
  return new Map([...services, ...template.resources.flatMap((resource) => entryOf(resource))]);
}

function entryOf(resource: TemplateResource): readonly [string, Counted][] {
  const { id, type, properties } = resource;
  const size = properties.DBInstanceClass ?? properties.CacheNodeType;
  const sized = typeof size === 'string' ? { size } : {};
  const one = { min: 1, max: 1 };
  if (type === 'AWS::AutoScaling::AutoScalingGroup') {
    const [min, max] = [numberOf(resource, 'MinSize'), numberOf(resource, 'MaxSize')];
    return min === undefined || max === undefined ? [] : [[id, { unit: 'instances', copies: { min, max } }]];
  }
  if (type === 'AWS::RDS::DBInstance' || type === 'AWS::DocDB::DBInstance') {
    const part = properties.SourceDBInstanceIdentifier === undefined ? {} : { part: 'replicas' as const };
    return [[id, { unit: 'instances', copies: one, ...part, ...sized }]];
  }
  if (type !== 'AWS::ElastiCache::ReplicationGroup') return [];
  const shards = numberOf(resource, 'NumNodeGroups') ?? 1;
  return [[id, { unit: 'shards', copies: { min: shards, max: shards }, ...sized }]];
}

function isInterrupted({ class: changeClass }: ResourceTransition): boolean {
  return changeClass === 'in-place-with-interruption' || changeClass === 'needs-data-migration';
}
