import { readTemplates } from '../../cloudformation/read-templates';
import type { Template, TemplateResource } from '../../cloudformation/template-resource';
import { InputError } from '../../core/problems';
import { barePart } from '../bare-part';
import type { Part, ReadSource } from '../part';
import { isNodeGroup, serviceParts } from './service-parts';
import type { StackReading } from './stack-reading';
import { storeParts } from './store-parts';

/** Types of resources that become parts, or belong to one. */
const PARTS = new Set([
  'AWS::ECS::Service',
  'AWS::RDS::DBInstance',
  'AWS::DocDB::DBCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::SQS::Queue',
  'AWS::S3::Bucket',
]);

/** Networks, permissions, secrets, logs, alarms, scaling and load balancers: a tier has its own. */
const SUPPORTING =
  /^(?:Custom::|AWS::(?:IAM|Logs|SecretsManager|KMS|SSM|CDK|ECR|CloudWatch|SNS|Events|ApplicationAutoScaling|ElasticLoadBalancingV2|ServiceDiscovery|Route53|CertificateManager|WAFv2|Backup|CloudFormation)::|AWS::ECS::|AWS::EC2::(?!Instance$)|AWS::(?:RDS|DocDB|ElastiCache)::\w*(?:Group|Attachment)$|AWS::DocDB::DBInstance$|AWS::(?:S3::Bucket|SQS::Queue)\w*Policy$)/;
const NODES = new Set(['AWS::AutoScaling::AutoScalingGroup', 'AWS::AutoScaling::LaunchConfiguration']);

/**
 * Reads CloudFormation templates: services of ECS with their tasks, scaling and load balancers, instances of RDS, clusters of
 * DocumentDB, groups of ElastiCache, queues and buckets. All other resources that may run a part are listed. Throws an InputError
 * with every problem.
 */
export function readCloudformation(path: string): ReadSource {
  const templates = readTemplates(path);
  const nameOf = namesOf(templates);
  const parts = templates.flatMap((template): readonly Part[] => {
    const reading: StackReading = { template, nameOf };
    const stores = storeParts(reading);
    return [...[...serviceParts(reading, stores), ...stores].map(({ part }) => part), ...otherParts(reading)];
  });
  if (parts.every(({ role }) => role.kind === 'omitted')) {
    const reason = 'contains no resource that becomes a component';
    throw new InputError(`templates ${path}`, [
      { path: 'Resources', reason, expected: 'a service of ECS, a database, a cache or a queue' },
    ]);
  }
  return { parts };
}

/** The resources that nothing reads, one part for each type. */
function otherParts(reading: StackReading): readonly Part[] {
  const types = reading.template.resources
    .filter((resource) => !isRead(resource) && !SUPPORTING.test(resource.type))
    .filter((resource) => !NODES.has(resource.type) || !isNodeGroup(resource, reading))
    .map(({ type }) => type);
  return [...new Set(types)].map((type) => {
    const count = types.filter((each) => each === type).length;
    return barePart(count === 1 ? type : `${type} (${count})`, { kind: 'omitted', reason: 'not-read' });
  });
}

function isRead({ type, properties }: TemplateResource): boolean {
  return PARTS.has(type) && !(type === 'AWS::RDS::DBInstance' && properties.DBClusterIdentifier !== undefined);
}

/** Names of resources: the first part of the construct path where it is unique, else the logical id, with the stack where that is not. */
function namesOf(templates: readonly Template[]): (resource: TemplateResource) => string {
  const all = templates.flatMap(({ name, resources }) => resources.filter(isRead).map((resource) => ({ resource, stack: name })));
  const isUnique = (nameIn: (resource: TemplateResource) => string, value: string) =>
    all.filter(({ resource }) => nameIn(resource) === value).length === 1;
  return (resource) => {
    if (isUnique(({ component }) => component, resource.component)) return resource.component;
    if (isUnique(({ id }) => id, resource.id)) return resource.id;
    return `${all.find((each) => each.resource === resource)?.stack}/${resource.id}`;
  };
}
