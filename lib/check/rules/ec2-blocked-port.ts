import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { containersOf, networkMode, servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { isKnownNumber, itemsAt, listAt, numberAt, rawAt, stringAt, UNKNOWN } from '../values';

const GROUP = 'AWS::EC2::SecurityGroup';
/** Port of NFS. Source: https://docs.aws.amazon.com/efs/latest/ug/network-access.html. */
const NFS = 2049;
/** Protocols whose ports a rule for TCP opens. */
const TCP = ['tcp', '6', '-1'];

/** A port that a resource listens to. */
interface Listened {
  /** The resource that has the security groups. */
  readonly resource: TemplateResource;
  /** Path of the security groups. */
  readonly path: string;
  /** Its security groups. */
  readonly groups: readonly unknown[] | typeof UNKNOWN;
  /** A TCP port. */
  readonly port: number;
  /** The use of the port, for the message. */
  readonly use: string;
}

export const ec2BlockedPort: Rule = {
  id: 'ec2-blocked-port',
  severity: 'warning',
  description: 'Security groups of a file system or of tasks behind a load balancer have rules, and none opens the port that it listens to',
  fix: 'Add an inbound rule for the port to a security group of the resource',
  citation: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  unsettled: 'A rule of another stack may open the port. The rule therefore requires that the groups have inbound rules in this template',
  *check(context) {
    for (const { resource, path, groups, port, use } of listened(context)) {
      const rules = groups === UNKNOWN ? undefined : inboundRules(groups, context);
      if (rules === undefined || rules.length === 0 || rules.some((rule) => mayOpen(rule, port))) continue;
      yield { resource, path, received: 'security groups that do not open the port', expected: `an inbound rule for ${port}, ${use}` };
    }
  },
};

/** Inbound rules of security groups; undefined when not all groups and their rules are in the template. */
function inboundRules(groups: readonly unknown[], context: CheckContext): readonly unknown[] | undefined {
  const found = groups.map((group) => context.targetOf(GROUP, group));
  const rules: unknown[] = [];
  for (const group of found) {
    const own = group === undefined ? UNKNOWN : listAt(group.properties, 'SecurityGroupIngress');
    if (group === undefined || own === UNKNOWN) return undefined;
    const added = context.ofType('AWS::EC2::SecurityGroupIngress').filter(({ properties }) => {
      return context.target(properties.GroupId ?? properties.GroupName) === group;
    });
    rules.push(...own, ...added.map(({ properties }) => properties));
  }
  return found.length === 0 ? undefined : rules;
}

/** Whether a rule opens a TCP port, or may do so. */
function mayOpen(rule: unknown, port: number): boolean {
  const protocol = stringAt(rule, 'IpProtocol');
  if (protocol === UNKNOWN || protocol === undefined || protocol === '-1') return true;
  if (!TCP.includes(protocol.toLowerCase())) return false;
  const [first, last] = [numberAt(rule, 'FromPort'), numberAt(rule, 'ToPort')];
  if (!isKnownNumber(first) || !isKnownNumber(last)) return true;
  return first === -1 || (first <= port && port <= last);
}

function* listened(context: CheckContext): Generator<Listened> {
  for (const resource of context.ofType('AWS::EFS::MountTarget')) {
    const groups = listAt(resource.properties, 'SecurityGroups');
    yield { resource, path: 'Properties.SecurityGroups', groups, port: NFS, use: 'the port of NFS' };
  }
  yield* balancedTasks(context);
}

/** Tasks behind a load balancer with a network interface of their own, by the ports that they register. */
function* balancedTasks(context: CheckContext): Generator<Listened> {
  const steps = ['NetworkConfiguration', 'AwsvpcConfiguration', 'SecurityGroups'] as const;
  for (const { service, task } of servicesWithTask(context)) {
    if (networkMode(task) !== 'awsvpc') continue;
    for (const item of itemsAt(service.properties, 'LoadBalancers')) {
      const port = numberAt(item, 'ContainerPort');
      if (!isKnownNumber(port) || !isTcp(task, rawAt(item, 'ContainerName'), port)) continue;
      const groups = listAt(service.properties, ...steps);
      yield { resource: service, path: `Properties.${steps.join('.')}`, groups, port, use: 'the port of its container' };
    }
  }
}

/** Whether a container maps a port for TCP, the default, and not for UDP. */
function isTcp(task: TemplateResource, name: unknown, port: number): boolean {
  const mappings = containersOf(task)
    .filter(({ container }) => rawAt(container, 'Name') === name)
    .flatMap(({ container }) => itemsAt(container, 'PortMappings'));
  return mappings.some((mapping) => numberAt(mapping, 'ContainerPort') === port && (stringAt(mapping, 'Protocol') ?? 'tcp') === 'tcp');
}
