import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { own } from '../../io/plain-object';
import { barePart } from '../bare-part';
import { imageRole } from '../image-role';
import type { Part, UnknownField } from '../part';
import { portsOf, targetGroupsOf } from './service-ports';
import { numberAt, objectAt, objectsAt, refersTo, resourcesOf, type StackReading } from './stack-reading';
import type { StackPart } from './store-parts';
import { taskSize } from './task-size';

/** The services of ECS of a template, with their task definitions, scaling and ports; `stores` are the parts that they may use. */
export function serviceParts(reading: StackReading, stores: readonly StackPart[]): readonly StackPart[] {
  return resourcesOf(reading.template, 'AWS::ECS::Service').map((service) => ({
    ids: [service.id],
    part: servicePart(service, reading, stores),
  }));
}

function servicePart(service: TemplateResource, reading: StackReading, stores: readonly StackPart[]): Part {
  const unknown: UnknownField[] = [];
  const name = reading.nameOf(service);
  const tasks = resourcesOf(reading.template, 'AWS::ECS::TaskDefinition');
  const task = tasks.find((each) => refersTo(service, 'TaskDefinition', each));
  if (own(service.properties, 'SchedulingStrategy') === 'DAEMON') return barePart(name, { kind: 'omitted', reason: 'every-node' });
  const instances = instancesOf(service, reading, unknown);
  if (instances === undefined) return barePart(name, { kind: 'omitted', reason: 'no-replicas' });
  const isUnsure = unknown.some(({ field }) => field !== 'MaxCapacity');
  if (task === undefined) {
    unknown.push({ field: 'TaskDefinition', value: JSON.stringify(own(service.properties, 'TaskDefinition') ?? null) });
    return { ...barePart(name, { kind: 'service' }), instances, unknown };
  }
  const containers = objectsAt(task.properties, 'ContainerDefinitions');
  const images = containers.map((container) => own(container, 'Image')).filter((image) => typeof image === 'string');
  const roles = images.map(imageRole);
  const isService = roles.length === 0 || roles.some(({ kind }) => kind === 'service') || images.length < containers.length;
  const healthPath = targetGroupsOf(service, reading)
    .map(({ group }) => own(group.properties, 'HealthCheckPath'))
    .find((path): path is string => typeof path === 'string' && path.startsWith('/'));
  const settings = containers.map((container) => [own(container, 'Environment'), own(container, 'Secrets')]);
  const notRead = [
    ...(importsValues(settings) ? ['Fn::ImportValue'] : []),
    ...(containers.some((container) => objectsAt(container, 'EnvironmentFiles').length > 0) ? ['EnvironmentFiles'] : []),
  ];
  return {
    ...barePart(name, isService ? { kind: 'service' } : (roles[0] ?? { kind: 'service' })),
    ...taskSize(task, containers, unknown),
    instances,
    ports: portsOf(service, containers, reading),
    ...(healthPath !== undefined && { healthPath }),
    uses: usedBy(settings, reading, stores),
    hasGpu: containers.some((container) => objectsAt(container, 'ResourceRequirements').some((each) => own(each, 'Type') === 'GPU')),
    ...(isUnsure && { isCountUnstated: true }),
    unknown,
    ...(notRead.length > 0 && { notRead }),
  };
}

/** Least and most tasks: of Application Auto Scaling, or the desired count, which is 1 by default; undefined for a service that is off. */
function instancesOf(service: TemplateResource, reading: StackReading, unknown: UnknownField[]) {
  const desired = numberAt(service, 'DesiredCount', unknown);
  const scaling = resourcesOf(reading.template, 'AWS::ApplicationAutoScaling::ScalableTarget').find((each) =>
    refersTo(each, 'ResourceId', service),
  );
  if (scaling === undefined) {
    if (desired === 0) return undefined;
    return { min: desired ?? 1, max: desired ?? 1 };
  }
  const [min, max] = ['MinCapacity', 'MaxCapacity'].map((field) => numberAt(scaling, field, unknown));
  const least = Math.max(1, min ?? desired ?? 1);
  return { min: least, max: Math.max(least, max ?? least) };
}

/** Parts that environment variables and secrets refer to, through the attachment of a secret too. */
function usedBy(settings: unknown, { template }: StackReading, stores: readonly StackPart[]): readonly string[] {
  const direct = referencesIn(settings);
  const attached = resourcesOf(template, 'AWS::SecretsManager::SecretTargetAttachment')
    .filter(({ id }) => direct.includes(id))
    .flatMap((attachment) => referencesIn(own(attachment.properties, 'TargetId')));
  const found = new Set([...direct, ...attached]);
  return stores.filter(({ ids }) => ids.some((id) => found.has(id))).map(({ part }) => part.name);
}

function importsValues(settings: unknown): boolean {
  return /"Fn::ImportValue"/.test(JSON.stringify(settings));
}

/** Whether the instances of a group are nodes of ECS. */
export function isNodeGroup(group: TemplateResource, { template }: StackReading): boolean {
  return resourcesOf(template, 'AWS::ECS::CapacityProvider').some((provider) =>
    referencesIn(objectAt(provider, 'AutoScalingGroupProvider')).includes(group.id),
  );
}
