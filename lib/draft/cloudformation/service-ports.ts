import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { own, type PlainObject } from '../../core/plain-object';
import type { PartPort } from '../part';
import { objectsAt, refersTo, resourcesOf, type StackReading } from './stack-reading';

/** A target group that leads to a service. */
interface ServiceTargets {
  /** The target group. */
  readonly group: TemplateResource;
  /** Port of the container; absent when it is known only at deployment. */
  readonly port: number | undefined;
}

const MAIN = new Set([80, 443]);

/** The target groups of a service. */
export function targetGroupsOf(service: TemplateResource, { template }: StackReading): readonly ServiceTargets[] {
  const groups = resourcesOf(template, 'AWS::ElasticLoadBalancingV2::TargetGroup');
  return objectsAt(service.properties, 'LoadBalancers').flatMap((target) => {
    const references = referencesIn(own(target, 'TargetGroupArn'));
    const group = groups.find(({ id }) => references.includes(id));
    return group === undefined ? [] : [{ group, port: portNumber(own(target, 'ContainerPort')) }];
  });
}

/** The ports of the containers. Those that a load balancer of the internet leads to are public. */
export function portsOf(service: TemplateResource, containers: readonly PlainObject[], reading: StackReading): readonly PartPort[] {
  const targets = targetGroupsOf(service, reading);
  const found = containers
    .flatMap((container) => objectsAt(container, 'PortMappings'))
    .flatMap((mapping): readonly PartPort[] => {
      const port = portNumber(own(mapping, 'ContainerPort'));
      if (port === undefined) return [];
      const led = targets.filter((target) => target.port === port).map(({ group }) => group);
      const outside = led.flatMap((group) => listenersOf(group, reading).filter((listener) => isPublic(listener, reading)));
      const protocols = led.map((group) => String(own(group.properties, 'Protocol')));
      return [
        {
          port,
          protocol: own(mapping, 'Protocol') === 'udp' ? 'udp' : 'tcp',
          isPublic: outside.length > 0,
          isMain: outside.some((listener) => MAIN.has(Number(own(listener.properties, 'Port')))),
          ...(protocols.length > 0 && { isHttp: protocols.every((protocol) => protocol.startsWith('HTTP')) }),
          ...(protocols.length === 0 && own(mapping, 'AppProtocol') !== undefined && { isHttp: true }),
        },
      ];
    });
  return found.filter((port, index) => found.findIndex((other) => other.port === port.port && other.protocol === port.protocol) === index);
}

/** Listeners that forward to a target group by default or by a rule. */
function listenersOf(group: TemplateResource, { template }: StackReading): readonly TemplateResource[] {
  const rules = resourcesOf(template, 'AWS::ElasticLoadBalancingV2::ListenerRule').filter((rule) => refersTo(rule, 'Actions', group));
  return resourcesOf(template, 'AWS::ElasticLoadBalancingV2::Listener').filter(
    (listener) => refersTo(listener, 'DefaultActions', group) || rules.some((rule) => refersTo(rule, 'ListenerArn', listener)),
  );
}

/** Logical ids of the load balancers of the internet that lead to a service. */
export function balancersOf(service: TemplateResource, reading: StackReading): readonly string[] {
  const listeners = targetGroupsOf(service, reading).flatMap(({ group }) => listenersOf(group, reading));
  const found = listeners.filter((listener) => isPublic(listener, reading)).flatMap((listener) => balancerOf(listener, reading)?.id ?? []);
  return [...new Set(found)];
}

function balancerOf(listener: TemplateResource, { template }: StackReading): TemplateResource | undefined {
  return resourcesOf(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').find((each) => refersTo(listener, 'LoadBalancerArn', each));
}

/** Source: AWS CloudFormation, AWS::ElasticLoadBalancingV2::LoadBalancer: `internet-facing` is the default of Scheme. */
function isPublic(listener: TemplateResource, reading: StackReading): boolean {
  const balancer = balancerOf(listener, reading);
  return balancer !== undefined && (own(balancer.properties, 'Scheme') ?? 'internet-facing') === 'internet-facing';
}

function portNumber(value: unknown): number | undefined {
  const port = Number(typeof value === 'string' || typeof value === 'number' ? value : Number.NaN);
  return Number.isInteger(port) && port > 0 && port <= 65_535 ? port : undefined;
}
