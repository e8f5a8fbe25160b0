import { readTemplates } from '../../cloudformation/read-templates';
import { referencesIn } from '../../cloudformation/references';
import type { Template, TemplateResource } from '../../cloudformation/template-resource';
import { own } from '../../core/plain-object';
import { InputError } from '../../core/problems';
import { barePart } from '../bare-part';
import type { Part, ReadSource } from '../part';
import { cdnParts } from './cdn-parts';
import { clusterParts } from './cluster-parts';
import { NODE_TYPES, nodeParts } from './node-parts';
import { serviceParts } from './service-parts';
import type { StackReading } from './stack-reading';
import { storeParts } from './store-parts';

/** Types of resources that become parts, or belong to one. */
const PARTS = new Set([
  'AWS::ECS::Service',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::DocDB::DBCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::CacheCluster',
  'AWS::CloudFront::Distribution',
  'AWS::SQS::Queue',
  'AWS::S3::Bucket',
]);

/** Networks, permissions, secrets, logs, alarms, scaling, load balancers and control planes: a tier has its own. */
const SUPPORTING = [
  /^(?:Custom::|AWS::(?:IAM|Logs|SecretsManager|KMS|SSM|CDK|ECR|CloudWatch|SNS|Events|ApplicationAutoScaling|ElasticLoadBalancingV2)::)/,
  /^AWS::(?:ServiceDiscovery|Route53|CertificateManager|WAFv2|Backup|CloudFormation|ECS|EC2|DLM|Budgets|Synthetics|ResourceGroups)::/,
  /^AWS::(?:RDS|DocDB|ElastiCache)::\w*(?:Group|Attachment|User)$|^AWS::RDS::(?:DBProxy|EventSubscription)|^AWS::DocDB::DBInstance$/,
  /^AWS::(?:S3::Bucket|SQS::Queue)\w*Policy$|^AWS::AutoScaling::(?:ScalingPolicy|LifecycleHook|ScheduledAction|WarmPool)$/,
  /^AWS::EKS::(?:Cluster|Addon|AccessEntry|PodIdentityAssociation|IdentityProviderConfig)$/,
  /^AWS::Lambda::(?:Permission|LayerVersion|LayerVersionPermission|Version|Alias|EventInvokeConfig|EventSourceMapping)$/,
  /^AWS::CloudFront::(?:OriginAccessControl|CloudFrontOriginAccessIdentity|Function|\w+Policy|KeyGroup|PublicKey|RealtimeLogConfig)$/,
];

/** The resources that become components, in words for problems. */
const EXPECTED_PART = 'a service of ECS, a database (MySQL, MariaDB, PostgreSQL), a cache (Redis, Valkey), a document store or a queue';

/**
 * Reads CloudFormation templates: services of ECS with their tasks, scaling and load balancers, Kubernetes objects that the CDK
 * applies, databases of RDS and Aurora, clusters of DocumentDB, caches of ElastiCache, queues, buckets and distributions. All other
 * resources that may run a part are listed. Throws an InputError
 * with every problem.
 */
export function readCloudformation(path: string): ReadSource {
  const templates = readTemplates(path);
  const nameOf = namesOf(templates);
  const parts = templates.flatMap((template): readonly Part[] => {
    const reading: StackReading = { template, nameOf };
    const stores = storeParts(reading);
    const services = serviceParts(reading, stores).map(({ part }) => part);
    const run = [...services, ...clusterParts(reading, stores)];
    return [...run, ...stores.map(({ part }) => part), ...cdnParts(reading, stores), ...nodeParts(reading), ...otherParts(reading)];
  });
  if (parts.every(({ role }) => role.kind === 'omitted')) {
    const found = [...new Set(parts.map(({ name }) => name))];
    const reason = `contains no resource that becomes a component${found.length === 0 ? '' : `, but ${found.join(', ')}`}`;
    throw new InputError(`templates ${path}`, [{ path: 'Resources', reason, expected: EXPECTED_PART }]);
  }
  return { parts };
}

/** The resources that nothing reads, one part for each type. */
function otherParts(reading: StackReading): readonly Part[] {
  const types = reading.template.resources
    .filter(({ type }) => !PARTS.has(type) && !NODE_TYPES.has(type) && !SUPPORTING.some((form) => form.test(type)))
    .map(({ type }) => type);
  return [...new Set(types)].map((type) => {
    const count = types.filter((each) => each === type).length;
    return barePart(count === 1 ? type : `${type} (${count})`, { kind: 'omitted', reason: 'not-read' });
  });
}

/** Whether a part has the name of a resource: replicas, readers and dead-letter queues belong to the part of another resource. */
function isNamed({ type, properties, id }: TemplateResource, { resources }: Template): boolean {
  if (!PARTS.has(type)) return false;
  if (type === 'AWS::RDS::DBInstance') {
    return own(properties, 'DBClusterIdentifier') === undefined && own(properties, 'SourceDBInstanceIdentifier') === undefined;
  }
  const isDeadLetterQueue = resources.some((other) => other.id !== id && referencesIn(own(other.properties, 'RedrivePolicy')).includes(id));
  return type !== 'AWS::SQS::Queue' || !isDeadLetterQueue;
}

/** Names of resources: the first part of the construct path where it is unique, else the logical id, with the stack where that is not. */
function namesOf(templates: readonly Template[]): (resource: TemplateResource) => string {
  const all = templates.flatMap((template) =>
    template.resources.filter((each) => isNamed(each, template)).map((resource) => ({ resource, stack: template.name })),
  );
  const isUnique = (nameIn: (resource: TemplateResource) => string, value: string) =>
    all.filter(({ resource }) => nameIn(resource) === value).length === 1;
  return (resource) => {
    if (isUnique(({ component }) => component, resource.component)) return resource.component;
    if (isUnique(({ id }) => id, resource.id)) return resource.id;
    return `${all.find((each) => each.resource === resource)?.stack}/${resource.id}`;
  };
}
