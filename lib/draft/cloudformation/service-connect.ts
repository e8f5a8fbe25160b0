import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { SERVICE_CONNECT_PROXY } from '../../conventions/service-connect';
import { MIB_PER_GIB } from '../../core/data-size';
import { own, type PlainObject, section } from '../../core/plain-object';
import type { Part, UnknownField } from '../part';
import { statedSize } from '../stated-size';
import { objectAt, objectsAt, resourcesOf, type StackReading } from './stack-reading';
import { taskSize } from './task-size';

type TaskSize = Pick<Part, 'vcpu' | 'memoryGib'>;

/** Whether tasks of a service have the proxy of Service Connect. */
export function isConnected(service: TemplateResource): boolean {
  return own(objectAt(service, 'ServiceConnectConfiguration'), 'Enabled') === true;
}

/** A task without the proxy of Service Connect, and the proxy. */
export interface ConnectedTask {
  /** Size of the task without the proxy. */
  readonly size: TaskSize;
  /** Size of the proxy; absent when the template does not leave room for it. */
  readonly proxy?: Required<TaskSize>;
}

/**
 * The size of a task that states the size of the whole task, without the proxy: the sum of its containers where all of them state
 * theirs and leave room for the proxy, else the whole without the size that AWS recommends for the proxy.
 */
export function withoutProxy(task: TemplateResource, containers: readonly PlainObject[], unknown: UnknownField[]): ConnectedTask {
  const whole = taskSize(task, containers, unknown);
  const { Cpu: _cpu, Memory: _memory, ...rest } = task.properties;
  const sum = taskSize({ ...task, properties: rest }, containers, []);
  const { vcpu, memoryGib } = whole;
  if (vcpu === undefined || memoryGib === undefined) return { size: whole };
  const stated = { vcpu: sum.vcpu ?? vcpu, memoryGib: sum.memoryGib ?? memoryGib };
  const leavesRoom = stated.vcpu < vcpu && stated.memoryGib < memoryGib;
  const size = leavesRoom
    ? stated
    : { vcpu: vcpu - SERVICE_CONNECT_PROXY.vcpu, memoryGib: memoryGib - SERVICE_CONNECT_PROXY.memoryMib / MIB_PER_GIB };
  if (size.vcpu <= 0 || size.memoryGib <= 0) return { size: whole };
  return { size: roundedSize(size), proxy: roundedSize({ vcpu: vcpu - size.vcpu, memoryGib: memoryGib - size.memoryGib }) };
}

function roundedSize({ vcpu, memoryGib }: Required<TaskSize>): Required<TaskSize> {
  return { vcpu: statedSize(vcpu), memoryGib: statedSize(memoryGib) };
}

/** Names by which other services reach a service: those of Service Connect and of Cloud Map. */
export function hostsOfService(service: TemplateResource, { template }: StackReading): readonly string[] {
  const offered = objectsAt(objectAt(service, 'ServiceConnectConfiguration'), 'Services').flatMap((each) => [
    own(each, 'DiscoveryName'),
    ...objectsAt(each, 'ClientAliases').map((alias) => own(alias, 'DnsName')),
  ]);
  const registries = objectsAt(service.properties, 'ServiceRegistries').flatMap((registry) => referencesIn(own(registry, 'RegistryArn')));
  const mapped = resourcesOf(template, 'AWS::ServiceDiscovery::Service').filter(({ id }) => registries.includes(id));
  return [...offered, ...mapped.map(({ properties }) => own(properties, 'Name'))].filter(
    (name): name is string => typeof name === 'string',
  );
}

/** Whether a host is a service by one of its names: `users`, or `users.shop.local`. */
export function isServiceHost(host: string, names: readonly string[]): boolean {
  return names.some((name) => host === name || host.startsWith(`${name}.`));
}

/** Whether a service runs on Fargate. */
export function isOnFargate(service: TemplateResource, task: TemplateResource | undefined): boolean {
  const strategy = objectsAt(service.properties, 'CapacityProviderStrategy').map((each) => own(each, 'CapacityProvider'));
  const compatible = task === undefined ? undefined : own(task.properties, 'RequiresCompatibilities');
  return (
    own(service.properties, 'LaunchType') === 'FARGATE' ||
    strategy.some((provider) => provider === 'FARGATE' || provider === 'FARGATE_SPOT') ||
    (strategy.length === 0 && own(service.properties, 'LaunchType') === undefined && JSON.stringify(compatible) === '["FARGATE"]')
  );
}

/** The string at the settings of a container's health check. */
export function healthCommandOf(container: Readonly<Record<string, unknown>>): string {
  const command = own(section(container, 'HealthCheck'), 'Command');
  return Array.isArray(command) ? command.filter((word) => typeof word === 'string').join(' ') : '';
}
