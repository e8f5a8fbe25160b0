import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain, type Interval } from '../../core/interval';
import type { PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { oncePerTemplate } from './following';
import { object, objects, optionalNumber, requiredNumber } from './properties';

/** The number of members that a scaling group may have. */
export interface Bounds {
  /** Minimum. */
  readonly min: number;
  /** Maximum. */
  readonly max: number;
  /** Initial number. It is the expected number if none is declared. */
  readonly initial?: number;
}

/** Number of members of a scaling group: low is the minimum, mid the expected number, high the maximum. */
export function scaledCount(resource: TemplateResource, { min, max, initial }: Bounds, context: PricingContext): Interval {
  if (min > max) throw new UnreadableProperty({ kind: 'minimum-above-maximum', min, max });
  const expected = context.expectedCount(resource) ?? initial ?? min;
  return { low: min, mid: Math.min(Math.max(expected, min), max), high: max };
}

/** Number of tasks or instances of a resource: the bounds of its scalable target, otherwise its initial number. */
export function targetedCount(resource: TemplateResource, initial: number, dimension: string, context: PricingContext): Interval {
  const target = scalableTarget(resource, dimension, context);
  if (target === undefined) return certain(initial);
  return scaledCount(resource, { ...targetBounds(target), initial }, context);
}

/** Capacity that a scalable target or one of its scheduled actions states. */
export function targetBounds({ properties }: TemplateResource): Bounds {
  const actions = objects(properties, 'ScheduledActions').map((action) => object(action, 'ScalableTargetAction'));
  return {
    min: Math.min(requiredNumber(properties, 'MinCapacity'), ...actions.flatMap((each) => optionalNumber(each, 'MinCapacity') ?? [])),
    max: Math.max(requiredNumber(properties, 'MaxCapacity'), ...actions.flatMap((each) => optionalNumber(each, 'MaxCapacity') ?? [])),
  };
}

/** CloudFormation type of scalable targets. */
export const TARGET_TYPE = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** Scalable targets by the resource that they scale: logical ids in the resource id, or the last part of a literal resource id. */
const targetsByDimension = oncePerTemplate((context) => {
  const targets = new Map<string, TemplateResource>();
  for (const target of context.ofType(TARGET_TYPE)) {
    const { ScalableDimension: dimension, ResourceId: id } = target.properties;
    for (const mentioned of typeof id === 'string' ? [lastPart(id)] : referencesIn(id)) targets.set(`${dimension} ${mentioned}`, target);
  }
  return targets;
});

/** Names by which a scalable target may refer to a resource, in the last part of `service/cluster/name`. */
const NAME_KEYS = ['ServiceName', 'ReplicationGroupId', 'DBClusterIdentifier', 'TableName'];

function scalableTarget(resource: TemplateResource, dimension: string, context: PricingContext): TemplateResource | undefined {
  const targets = targetsByDimension(context);
  const byReference = targets.get(`${dimension} ${resource.id}`);
  if (byReference !== undefined) return byReference;
  const key = NAME_KEYS.find((candidate) => typeof resource.properties[candidate] === 'string');
  return key === undefined ? undefined : targets.get(`${dimension} ${lastPart(String(resource.properties[key]))}`);
}

/** `/web` of `service/main/web`; the slash keeps names and logical ids apart. */
function lastPart(resourceId: string): string {
  return `/${resourceId.split('/').at(-1)}`;
}
