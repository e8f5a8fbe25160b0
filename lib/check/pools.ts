import { shapesOf } from '../catalog/instance-shapes';
import { referencesIn } from '../cloudformation/references';
import type { TemplateResource } from '../cloudformation/template-resource';
import type { CheckContext } from './check-context';
import { containersOf, ecsServices } from './ecs';
import { isKnownNumber, isKnownString, itemsAt, numberAt, rawAt, stringAt } from './values';

/** Amounts that tasks reserve on instances. */
export interface Reservation {
  /** Memory in MiB. */
  readonly memoryMib: number;
  /** CPU units; 1024 are one vCPU. */
  readonly cpuUnits: number;
  /** Whole GPUs. */
  readonly gpus: number;
}

/** A service with a fixed number of tasks on a pool. */
export interface PoolService {
  /** The service. */
  readonly service: TemplateResource;
  /** Its tasks: the desired number, or the least number of its scaling. A daemon has one on each instance. */
  readonly tasks: number;
  /** Reservation of one task. */
  readonly task: Reservation;
}

/** An Auto Scaling group of one instance type that runs ECS services. */
export interface Pool {
  /** The group. */
  readonly group: TemplateResource;
  /** Instance type: `m7i.large`. */
  readonly instanceType: string;
  /** Instances at most. */
  readonly maxSize: number;
  /** Nominal size of one instance. Less of it is left for tasks. */
  readonly instance: Reservation;
  /** Services of the group, daemons among them. */
  readonly services: readonly PoolService[];
}

/** Pools whose instance type, maximum and services are known. */
export function poolsOf(context: CheckContext): readonly Pool[] {
  return context.ofType('AWS::AutoScaling::AutoScalingGroup').flatMap((group) => {
    const maxSize = numberAt(group.properties, 'MaxSize');
    const template = context.targetOf('AWS::EC2::LaunchTemplate', rawAt(group.properties, 'LaunchTemplate', 'LaunchTemplateId'));
    const instanceType = stringAt(template?.properties, 'LaunchTemplateData', 'InstanceType');
    const shape = isKnownString(instanceType) && Object.hasOwn(shapesOf('ec2'), instanceType) ? shapesOf('ec2')[instanceType] : undefined;
    if (!isKnownNumber(maxSize) || !isKnownString(instanceType) || shape === undefined) return [];
    const instance = { memoryMib: shape.memoryGib * 1024, cpuUnits: shape.vcpu * 1024, gpus: Math.floor(shape.gpu?.count ?? 0) };
    return [{ group, instanceType, maxSize, instance, services: servicesOn(group, maxSize, context) }];
  });
}

function servicesOn(group: TemplateResource, maxSize: number, context: CheckContext): readonly PoolService[] {
  return ecsServices(context).flatMap(({ service, task }) => {
    if (task === undefined || capacityGroup(service, context) !== group) return [];
    const isDaemon = stringAt(service.properties, 'SchedulingStrategy') === 'DAEMON';
    const tasks = isDaemon ? maxSize : tasksOf(service, context);
    return isKnownNumber(tasks) ? [{ service, tasks, task: reservationOf(task) }] : [];
  });
}

/** The Auto Scaling group of the only capacity provider of a service; undefined for several, and for none. */
export function capacityGroup({ properties }: TemplateResource, context: CheckContext): TemplateResource | undefined {
  const strategy = itemsAt(properties, 'CapacityProviderStrategy');
  if (strategy.length !== 1) return undefined;
  const provider = context.targetOf('AWS::ECS::CapacityProvider', rawAt(strategy[0], 'CapacityProvider'));
  return context.target(rawAt(provider?.properties, 'AutoScalingGroupProvider', 'AutoScalingGroupArn'));
}

function tasksOf(service: TemplateResource, context: CheckContext): unknown {
  const scaling = context
    .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
    .find(({ properties }) => referencesIn(properties.ResourceId).includes(service.id));
  return numberAt(service.properties, 'DesiredCount') ?? numberAt(scaling?.properties, 'MinCapacity') ?? 1;
}

/** Unknown values count as 0, so that no pool is called full by mistake. */
function reservationOf(task: TemplateResource): Reservation {
  const containers = containersOf(task).map(({ container }) => container);
  const sum = (amount: (container: unknown) => number) => containers.reduce<number>((total, container) => total + amount(container), 0);
  return {
    memoryMib:
      known(numberAt(task.properties, 'Memory')) ||
      sum((each) => known(numberAt(each, 'MemoryReservation')) || known(numberAt(each, 'Memory'))),
    cpuUnits: known(numberAt(task.properties, 'Cpu')) || sum((each) => known(numberAt(each, 'Cpu'))),
    gpus: sum((each) => itemsAt(each, 'ResourceRequirements').reduce<number>((total, item) => total + gpusOf(item), 0)),
  };
}

function gpusOf(requirement: unknown): number {
  return stringAt(requirement, 'Type') === 'GPU' ? known(numberAt(requirement, 'Value')) : 0;
}

function known(value: unknown): number {
  return isKnownNumber(value) ? value : 0;
}
