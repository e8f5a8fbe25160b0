import { vcpuOf } from '../catalog/instance-shapes';
import { type QuotaKey, SERVICE_QUOTAS, type ServiceQuota } from '../catalog/service-quotas';
import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { asNumber, numberOf, referenceOf, valueAt } from '../transition/property-value';

/** What the templates of one region count against a quota. */
export interface QuotaNeed extends ServiceQuota {
  /** Smallest use; undefined when a template does not state it. */
  readonly min: number | undefined;
  /** Largest use; undefined when a template does not state it. */
  readonly max: number | undefined;
  /** Whether the largest use, or an unknown one, may exceed the default. */
  readonly exceedsDefault: boolean;
}

interface Use {
  readonly quota: QuotaKey;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** Types that count as one, with their quota. */
const SINGLE: Readonly<Record<string, QuotaKey>> = {
  'AWS::EC2::EIP': 'elasticIps',
  'AWS::EC2::VPC': 'vpcs',
  'AWS::RDS::DBInstance': 'databases',
};

/** The needs of the templates of one region, of every quota that they use. Unknown sizes are undefined, never zero. */
export function quotaNeeds(templates: readonly Template[]): readonly QuotaNeed[] {
  const uses = templates.flatMap(usesOf);
  return Object.entries(SERVICE_QUOTAS).flatMap(([key, quota]) => {
    const own = uses.filter((use) => use.quota === key);
    if (own.length === 0) return [];
    const [min, max] = [sumOf(own.map((use) => use.min)), sumOf(own.map((use) => use.max))];
    return max === 0 ? [] : [{ ...quota, min, max, exceedsDefault: max === undefined || max > quota.defaultValue }];
  });
}

/** The command that requests the largest need. Undefined when the need is unknown. */
export function increaseCommand({ service, code, max }: QuotaNeed, region: string): string | undefined {
  if (max === undefined) return undefined;
  return `aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${code} --desired-value ${max} --region ${region}`;
}

function usesOf({ resources }: Template): Use[] {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return resources.flatMap((resource) => {
    const quota = SINGLE[resource.type];
    return quota === undefined ? countedUses(resource, byId) : [{ quota, min: 1, max: 1 }];
  });
}

function countedUses(resource: TemplateResource, byId: ReadonlyMap<string, TemplateResource>): Use[] {
  const { type, properties } = resource;
  if (type === 'AWS::ElasticLoadBalancingV2::LoadBalancer') {
    return [{ quota: properties.Type === 'network' ? 'networkBalancers' : 'applicationBalancers', min: 1, max: 1 }];
  }
  if (type === 'AWS::ElastiCache::ReplicationGroup') {
    const [shards, replicas] = [numberOf(resource, 'NumNodeGroups'), numberOf(resource, 'ReplicasPerNodeGroup')];
    const nodes = shards === undefined || replicas === undefined ? undefined : shards * (1 + replicas);
    return [{ quota: 'cacheNodes', min: nodes, max: nodes }];
  }
  if (type === 'AWS::EC2::Instance') return [instances(properties.InstanceType, 1, 1)];
  if (type === 'AWS::AutoScaling::AutoScalingGroup') {
    const template = byId.get(referenceOf(valueAt(properties.LaunchTemplate, 'LaunchTemplateId')) ?? '');
    const instanceType = valueAt(template?.properties.LaunchTemplateData, 'InstanceType');
    return [instances(instanceType, numberOf(resource, 'MinSize'), numberOf(resource, 'MaxSize'))];
  }
  if (type !== 'AWS::EKS::Nodegroup') return [];
  const [min, max] = ['MinSize', 'MaxSize'].map((key) => asNumber(valueAt(properties.ScalingConfig, key)));
  const [instanceType] = Array.isArray(properties.InstanceTypes) ? properties.InstanceTypes : [];
  return [instances(instanceType, min, max)];
}

function instances(instanceType: unknown, min: number | undefined, max: number | undefined): Use {
  const vcpu = typeof instanceType === 'string' ? vcpuOf(instanceType) : undefined;
  const times = (count: number | undefined) => (count === 0 ? 0 : count === undefined || vcpu === undefined ? undefined : count * vcpu);
  return { quota: quotaOf(String(instanceType)), min: times(min), max: times(max) };
}

/** Source: Amazon EC2 user guide, On-Demand Instance quotas: by the first letters of the type. */
function quotaOf(instanceType: string): QuotaKey {
  if (/^(g\d|gr\d|vt\d)/.test(instanceType)) return 'graphicsVcpu';
  return /^p\d/.test(instanceType) ? 'acceleratorVcpu' : 'standardVcpu';
}

function sumOf(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce((sum, value) => (sum === undefined || value === undefined ? undefined : sum + value), 0);
}
