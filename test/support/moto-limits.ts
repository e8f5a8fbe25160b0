/**
 * Limits of stock moto, and templates without the resources that it does not support. Every entry has its reason, and
 * `test/aws/moto.long.test.ts` proves that it is necessary.
 */

/** A resource of a template. */
export interface MotoResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly [attribute: string]: unknown;
}

export type MotoResources = Readonly<Record<string, MotoResource>>;

/** Types without a model in moto: the stack is created without them, and no error. */
export const SKIPPED_TYPES: readonly string[] = [
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::ApplicationAutoScaling::ScalingPolicy',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudWatch::Alarm',
  'AWS::DLM::LifecyclePolicy',
  'AWS::DocDB::DBCluster',
  'AWS::DocDB::DBClusterParameterGroup',
  'AWS::DocDB::DBInstance',
  'AWS::DocDB::DBSubnetGroup',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::ECS::CapacityProvider',
  'AWS::ECS::ClusterCapacityProviderAssociations',
  'AWS::EKS::AccessEntry',
  'AWS::EKS::Addon',
  'AWS::EKS::Cluster',
  'AWS::EKS::Nodegroup',
  'AWS::EKS::PodIdentityAssociation',
  'AWS::ElastiCache::ParameterGroup',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::SubnetGroup',
  'AWS::IAM::OIDCProvider',
  'AWS::RDS::DBProxy',
  'AWS::RDS::DBProxyTargetGroup',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::SecretsManager::Secret',
  'AWS::SecretsManager::SecretTargetAttachment',
  'AWS::ServiceDiscovery::HttpNamespace',
];

export interface MotoLimit {
  /** Why moto rejects a valid resource. */
  readonly reason: string;
  /** What moto answers. */
  readonly error: RegExp;
  /** Whether the limit concerns a resource. `removed` has the ids of the resources that moto skips or that were removed before. */
  readonly concerns: (resource: MotoResource, removed: ReadonlySet<string>, region: string) => boolean;
  /** The resource that moto accepts. Absent: it is removed. */
  readonly instead?: (resource: MotoResource) => MotoResource;
}

/** Valid resources with which moto rejects a stack, in the order in which they are applied. */
export const REJECTED: Readonly<Record<string, MotoLimit>> = {
  'custom resources': {
    reason: 'moto invokes their function, which is removed',
    error: /Function not found/,
    concerns: ({ Type }) => Type.startsWith('Custom::'),
  },
  functions: {
    reason: 'their code is an asset that is not uploaded',
    error: /The specified bucket does not exist/,
    concerns: ({ Type }) => Type === 'AWS::Lambda::Function' || Type === 'AWS::Lambda::LayerVersion',
  },
  'image repositories': {
    reason:
      'moto gives a repository without a name one with capital letters, which its own ECR rejects; CloudFormation generates valid names',
    error: /Invalid parameter at 'repositoryName'/,
    concerns: ({ Type }) => Type === 'AWS::ECR::Repository',
  },
  'listeners of network load balancers': {
    reason: 'moto creates every load balancer as an application load balancer, whose listeners are HTTP or HTTPS',
    error: /must be one of 'HTTP, HTTPS'/,
    concerns: ({ Type, Properties }) =>
      Type === 'AWS::ElasticLoadBalancingV2::Listener' && !['HTTP', 'HTTPS'].includes(String(Properties?.Protocol)),
  },
  'replicas of another region': {
    reason: 'moto looks for the subnet group of a replica in the region of its primary',
    error: /DBSubnetGroupNotFound/,
    concerns: ({ Type, Properties }, _removed, region) => {
      const source = JSON.stringify(Properties?.SourceDBInstanceIdentifier ?? '');
      return Type === 'AWS::RDS::DBInstance' && source.includes(':rds:') && !source.includes(`:rds:${region}:`);
    },
  },
  'rules of the security group of an EKS cluster': {
    reason: 'EKS creates the group, and moto skips the cluster',
    error: /InvalidGroup.NotFound/,
    concerns: ({ Type, Properties }, removed) => Type === 'AWS::EC2::SecurityGroupIngress' && refersTo(Properties, removed),
  },
  'parameters without a name': {
    reason: 'moto generates no name for a parameter; CloudFormation does',
    error: /Internal Server Error/,
    concerns: ({ Type, Properties }) => Type === 'AWS::SSM::Parameter' && Properties?.Name === undefined,
    instead: ({ Properties, ...resource }) => ({ ...resource, Properties: { ...Properties, Name: 'named-for-moto' } }),
  },
  'parameter groups of database instances': {
    reason: 'moto fails on an instance whose parameter group is a resource of the stack; the group itself is created',
    error: /Internal Server Error/,
    concerns: ({ Type, Properties }) => Type === 'AWS::RDS::DBInstance' && Properties?.DBParameterGroupName !== undefined,
    instead: ({ Properties: { DBParameterGroupName: _, ...Properties } = {}, ...resource }) => ({ ...resource, Properties }),
  },
};

/** Types whose resources moto loses when a property changes, because their models have no update. They keep their first properties. */
export const NOT_UPDATED: readonly string[] = [
  'AWS::EC2::Route',
  'AWS::EC2::Volume',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBParameterGroup',
];

export interface SupportedTemplate {
  /** The template without what moto does not support. */
  readonly template: { readonly Resources: MotoResources; readonly [section: string]: unknown };
  /** Types and limits that concern the template. */
  readonly used: readonly string[];
}

/**
 * The part of a template that moto supports. References to removed resources become an ARN. Resources that moto cannot update
 * stay as they were in `deployed`. `limits` replaces REJECTED.
 */
export function supportedBy(
  moto: Readonly<Record<string, MotoLimit>>,
  region: string,
  original: Readonly<Record<string, unknown>>,
  deployed: MotoResources = {},
): SupportedTemplate {
  const used = new Set<string>();
  const resources = new Map(Object.entries(original.Resources as MotoResources));
  const removed = new Set<string>();
  const remove = (id: string, because: string): void => {
    removed.add(id);
    resources.delete(id);
    used.add(because);
  };
  for (const [id, { Type }] of [...resources]) if (SKIPPED_TYPES.includes(Type)) remove(id, Type);
  for (const [name, { concerns, instead }] of Object.entries(moto)) {
    for (const [id, resource] of [...resources]) {
      if (!concerns(resource, removed, region)) continue;
      if (instead === undefined) remove(id, name);
      else resources.set(id, instead(resource));
      used.add(name);
    }
  }
  const { Resources: _resources, Rules: _rules, ...sections } = original;
  const template = withoutReferences(
    { ...sections, Resources: Object.fromEntries(resources) },
    removed,
    region,
  ) as SupportedTemplate['template'];
  const kept = Object.entries(template.Resources).map(([id, resource]): [string, MotoResource] => {
    const before = deployed[id];
    const after = withoutDependencies(resource, removed);
    if (before === undefined || !NOT_UPDATED.includes(resource.Type) || JSON.stringify(before) === JSON.stringify(after))
      return [id, after];
    used.add(resource.Type);
    return [id, before];
  });
  return { template: { ...template, Resources: Object.fromEntries(kept) }, used: [...used] };
}

function refersTo(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return referenceIn(value, ids) !== undefined || Object.values(value).some((part) => refersTo(part, ids));
}

/** The id among `ids` that `{ Ref }` or `{ Fn::GetAtt }` refers to. */
function referenceIn(value: object, ids: ReadonlySet<string>): string | undefined {
  const { Ref, 'Fn::GetAtt': attribute } = value as { readonly Ref?: string; readonly 'Fn::GetAtt'?: readonly string[] };
  const id = Ref ?? attribute?.[0];
  return id !== undefined && ids.has(id) ? id : undefined;
}

function withoutReferences(value: unknown, removed: ReadonlySet<string>, region: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => withoutReferences(part, removed, region));
  const id = referenceIn(value, removed);
  if (id !== undefined) return `arn:aws:removed:${region}:123456789012:${id}`;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutReferences(part, removed, region)]));
}

function withoutDependencies(resource: MotoResource, removed: ReadonlySet<string>): MotoResource {
  const { DependsOn = [], ...rest } = resource;
  const left = [DependsOn].flat().filter((id) => !removed.has(id));
  return { ...rest, Type: resource.Type, ...(left.length > 0 && { DependsOn: left }) };
}
