import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { networkMode, servicesWithTask } from '../ecs';
import { capacityGroup } from '../pools';
import type { Rule } from '../rule';
import { itemsAt, rawAt } from '../values';

type Service = ReturnType<typeof servicesWithTask>[number];

/** Network modes in which a task has the network interface of its instance. */
const SHARED_MODES: readonly unknown[] = ['bridge', 'host'];

/** Types of data stores in a VPC, with the property that lists their security groups. */
const STORES: Readonly<Record<string, string>> = {
  'AWS::RDS::DBInstance': 'VPCSecurityGroups',
  'AWS::RDS::DBCluster': 'VpcSecurityGroupIds',
  'AWS::RDS::DBProxy': 'VpcSecurityGroupIds',
  'AWS::DocDB::DBCluster': 'VpcSecurityGroupIds',
  'AWS::Neptune::DBCluster': 'VpcSecurityGroupIds',
  'AWS::ElastiCache::ReplicationGroup': 'SecurityGroupIds',
  'AWS::ElastiCache::CacheCluster': 'VpcSecurityGroupIds',
  'AWS::ElastiCache::ServerlessCache': 'SecurityGroupIds',
};

export const ecsSharedSecurityGroup: Rule = {
  id: 'ecs-shared-security-group',
  severity: 'warning',
  description: 'Service in bridge or host mode can reach a data store that another service on its instances uses',
  fix: 'Use the network mode awsvpc with a security group for each service, Fargate, or a capacity provider for each service',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  unsettled:
    'A template does not state which data stores a service uses; the rule reads the references in its task definition, and treats a service without one as a service that does not use the store. It is silent about services without a capacity provider, and about rules for address ranges',
  *check(context) {
    for (const group of context.ofType('AWS::AutoScaling::AutoScalingGroup')) {
      const services = servicesWithTask(context).filter(
        ({ service, task }) => SHARED_MODES.includes(networkMode(task)) && capacityGroup(service, context) === group,
      );
      const template = context.targetOf('AWS::EC2::LaunchTemplate', rawAt(group.properties, 'LaunchTemplate', 'LaunchTemplateId'));
      if (services.length < 2 || template === undefined) continue;
      for (const { securityGroup, path } of instanceGroups(template, context)) {
        const stores = storesBehind(securityGroup, context).filter((store) => services.some((service) => !uses(service, store, context)));
        if (stores.length === 0) continue;
        yield {
          resource: template,
          path,
          received: `${securityGroup.id}, which ${idsOf(services.map(({ service }) => service))} share, and which can reach ${idsOf(stores)}`,
          expected: 'a security group for each service',
        };
      }
    }
  },
};

interface InstanceGroup {
  readonly securityGroup: TemplateResource;
  readonly path: string;
}

/** Security groups of the instances of a launch template, those of its network interfaces among them. */
function instanceGroups(template: TemplateResource, context: CheckContext): readonly InstanceGroup[] {
  const interfaces = itemsAt(template.properties, 'LaunchTemplateData', 'NetworkInterfaces');
  const lists = [
    { path: 'SecurityGroupIds', items: itemsAt(template.properties, 'LaunchTemplateData', 'SecurityGroupIds') },
    ...interfaces.map((each, index) => ({ path: `NetworkInterfaces[${index}].Groups`, items: itemsAt(each, 'Groups') })),
  ];
  return lists.flatMap(({ path, items }) =>
    items.flatMap((item, index) => {
      const securityGroup = context.targetOf('AWS::EC2::SecurityGroup', item);
      return securityGroup === undefined ? [] : [{ securityGroup, path: `Properties.LaunchTemplateData.${path}[${index}]` }];
    }),
  );
}

/** Data stores with a security group that accepts connections from a security group. */
function storesBehind(client: TemplateResource, context: CheckContext): readonly TemplateResource[] {
  const accepts = (rule: unknown) => context.target(rawAt(rule, 'SourceSecurityGroupId')) === client;
  const open = new Set([
    ...context.ofType('AWS::EC2::SecurityGroup').filter(({ properties }) => itemsAt(properties, 'SecurityGroupIngress').some(accepts)),
    ...context
      .ofType('AWS::EC2::SecurityGroupIngress')
      .flatMap(({ properties }) => (accepts(properties) ? (context.target(properties.GroupId) ?? []) : [])),
  ]);
  return Object.entries(STORES).flatMap(([type, property]) =>
    context.ofType(type).filter(({ properties }) =>
      itemsAt(properties, property).some((item) => {
        const target = context.target(item);
        return target !== undefined && open.has(target);
      }),
    ),
  );
}

/** Whether a task definition refers to a store or to a secret that is attached to it. */
function uses({ task }: Service, store: TemplateResource, context: CheckContext): boolean {
  const references = referencesIn(task.properties);
  const attachments = context
    .ofType('AWS::SecretsManager::SecretTargetAttachment')
    .filter(({ properties }) => context.target(properties.TargetId) === store);
  const secrets = attachments.flatMap(({ id, properties }) => [id, context.target(properties.SecretId)?.id ?? []].flat());
  return [store.id, ...secrets].some((id) => references.includes(id));
}

function idsOf(resources: readonly TemplateResource[]): string {
  return resources.map(({ id }) => id).join(', ');
}
