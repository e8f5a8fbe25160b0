import type { Template, TemplateResource } from '../../cloudformation/template-resource';
import { numberOf, referenceOf, valueAt } from '../property-value';
import type { InstanceRoom, TransitionFacts } from '../transition-context';

/** EC2 instances behind a capacity provider. */
export interface Pool {
  /** Logical id of the capacity provider. */
  readonly id: string;
  /** Instance type; absent when a template does not state one. */
  readonly instanceType?: string;
  /** Room of one instance. Absent: unknown. */
  readonly room?: InstanceRoom;
  /** Smallest number of instances. Absent: unknown. */
  readonly min?: number;
  /** Largest number of instances. Absent: unknown. */
  readonly max?: number;
}

/** Whether the size of the pool and the room of its instances are known, so that tasks can be placed on it. */
export function isKnown(pool: Pool): boolean {
  return pool.room !== undefined && pool.min !== undefined && pool.max !== undefined;
}

/** The pools of a template, by the logical id of their capacity provider. */
export function poolsOf({ resources }: Template, facts: TransitionFacts): ReadonlyMap<string, Pool> {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const providers = resources.filter(({ type }) => type === 'AWS::ECS::CapacityProvider');
  return new Map(
    providers.flatMap((provider): [string, Pool][] => {
      const arn = valueAt(provider.properties.AutoScalingGroupProvider, 'AutoScalingGroupArn');
      const group = byId.get(referenceOf(arn) ?? '');
      return group === undefined ? [] : [[provider.id, poolOf(provider.id, group, byId, facts)]];
    }),
  );
}

function poolOf(id: string, group: TemplateResource, byId: ReadonlyMap<string, TemplateResource>, facts: TransitionFacts): Pool {
  const launch = byId.get(referenceOf(valueAt(group.properties.LaunchTemplate, 'LaunchTemplateId')) ?? '');
  const instanceType = valueAt(launch?.properties.LaunchTemplateData, 'InstanceType');
  const [min, max] = [numberOf(group, 'MinSize'), numberOf(group, 'MaxSize')];
  const room = typeof instanceType === 'string' ? facts.instanceRoom(instanceType) : undefined;
  return {
    id,
    ...(typeof instanceType === 'string' && { instanceType }),
    ...(room !== undefined && { room }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}
