import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { own, type PlainObject } from '../../core/plain-object';
import { barePart } from '../bare-part';
import { type GpuCount, gpuCountOf, sumOfGpus } from '../gpu-count';
import { healthPathIn } from '../health-path';
import { hostsOf } from '../hosts';
import { imageRole } from '../image-role';
import type { Part, UnknownField } from '../part';
import { healthCommandOf, hostsOfService, isConnected, isOnFargate, isServiceHost, withoutProxy } from './service-connect';
import { balancersOf, portsOf, targetGroupsOf } from './service-ports';
import type { StackPart } from './stack-part';
import { numberAt, objectsAt, refersTo, resourcesOf, type StackReading } from './stack-reading';
import { taskSize } from './task-size';

/** The services of ECS of a template, with their task definitions, scaling and ports; `stores` are the parts that they may use. */
export function serviceParts(reading: StackReading, stores: readonly StackPart[]): readonly StackPart[] {
  const services = resourcesOf(reading.template, 'AWS::ECS::Service');
  const names = services.map((service) => ({ service, hosts: hostsOfService(service, reading) }));
  return services.map((service) => {
    const part = servicePart(service, reading, stores);
    const hosts = settingHosts(service, reading);
    const connected = names.filter((each) => each.service !== service && hosts.some((host) => isServiceHost(host, each.hosts)));
    return { ids: [service.id], part: { ...part, uses: [...part.uses, ...connected.map((each) => reading.nameOf(each.service))] } };
  });
}

/** Hosts that the environment variables of the tasks of a service name. */
function settingHosts(service: TemplateResource, { template }: StackReading): readonly string[] {
  const task = resourcesOf(template, 'AWS::ECS::TaskDefinition').find((each) => refersTo(service, 'TaskDefinition', each));
  const containers = task === undefined ? [] : objectsAt(task.properties, 'ContainerDefinitions');
  const values = containers.flatMap((container) => objectsAt(container, 'Environment').map((variable) => own(variable, 'Value')));
  return values.flatMap((value) => (typeof value === 'string' ? hostsOf(value) : []));
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
  const checked = targetGroupsOf(service, reading).map(({ group }) => own(group.properties, 'HealthCheckPath'));
  const healthPath =
    checked.find((path): path is string => typeof path === 'string' && path.startsWith('/')) ??
    containers.map((container) => healthPathIn(healthCommandOf(container))).find((path) => path !== undefined);
  const hasProxy = isConnected(service) && own(task.properties, 'Cpu') !== undefined && own(task.properties, 'Memory') !== undefined;
  const { size, proxy } = hasProxy ? withoutProxy(task, containers, unknown) : { size: taskSize(task, containers, unknown) };
  const balancers = balancersOf(service, reading);
  const settings = containers.map((container) => [own(container, 'Environment'), own(container, 'Secrets')]);
  const notRead = [
    ...(importsValues(settings) ? ['Fn::ImportValue'] : []),
    ...(containers.some((container) => objectsAt(container, 'EnvironmentFiles').length > 0) ? ['EnvironmentFiles'] : []),
  ];
  return {
    ...barePart(name, isService ? { kind: 'service' } : (roles[0] ?? { kind: 'service' })),
    ...size,
    ...(proxy !== undefined && { members: [{ name: 'the proxy of Service Connect', instances: instances.min, ...proxy }] }),
    ...(isOnFargate(service, task) && { isOnFargate: true }),
    ...(balancers.length > 0 && { balancers }),
    instances,
    ports: portsOf(service, containers, reading),
    ...(healthPath !== undefined && { healthPath }),
    uses: usedBy(settings, reading, stores),
    gpus: sumOfGpus(containers.flatMap((container) => objectsAt(container, 'ResourceRequirements').flatMap(gpusIn))),
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

/** GPUs of a resource requirement of a container. */
function gpusIn(requirement: PlainObject): GpuCount[] {
  return own(requirement, 'Type') === 'GPU' ? [gpuCountOf(own(requirement, 'Value'))] : [];
}
