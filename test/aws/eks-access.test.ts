import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { SYSTEMS } from '../../tiers';
import { appliedObjects } from '../support/applied-objects';
import { eksBlueprint, eksBlueprints } from '../support/eks-blueprints';
import { representsSystems } from '../support/forms';
import { inScope } from '../support/scope';
import { resourceOf, resourcesAt, resourcesOf } from '../support/templates';

const medium = eksBlueprint({ tier: 'medium' });

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** The permissions of the roles below a path. */
function statementsAt(blueprint: Blueprint, path: string): readonly Statement[] {
  return resourcesAt(blueprint, path, 'AWS::IAM::Policy').flatMap(
    ({ Properties }) => (Properties.PolicyDocument as { readonly Statement: readonly Statement[] }).Statement,
  );
}

/** `namespace/account` of each association. Add-ons state theirs in their own properties. */
function associations(blueprint: Blueprint): readonly string[] {
  return Object.values(resourcesOf(blueprint)).flatMap(({ Type, Properties }) => {
    if (Type === 'AWS::EKS::PodIdentityAssociation') return [`${Properties.Namespace}/${Properties.ServiceAccount}`];
    if (Type !== 'AWS::EKS::Addon') return [];
    const own = (Properties.PodIdentityAssociations ?? []) as readonly { readonly ServiceAccount: string }[];
    return own.map(({ ServiceAccount }) => `kube-system/${ServiceAccount}`);
  });
}

describe('a managed queue that scales a service', () => {
  it('allows KEDA to read its attributes and nothing else', () => {
    const [queue] = Object.entries(resourcesOf(medium)).find(([id]) => id.startsWith('jobsQueue')) ?? [];
    expect(statementsAt(medium, 'cluster/Controllers/KedaIdentity')).toEqual([
      { Action: 'sqs:GetQueueAttributes', Effect: 'Allow', Resource: { 'Fn::GetAtt': [queue, 'Arn'] } },
    ]);
  });

  it('is read with the identity of the KEDA operator, because Pod Identity has no annotation that KEDA could read', () => {
    const [authentication] = appliedObjects(medium).filter(({ kind }) => kind === 'TriggerAuthentication');
    expect(authentication?.object).toMatchObject({ metadata: { name: 'jobs' }, spec: { podIdentity: { provider: 'aws' } } });
    expect(JSON.stringify(authentication?.object)).not.toMatch(/identityOwner|roleArn/);
    expect(associations(medium)).toContain('keda/keda-operator');
  });

  it('in the cluster needs no AWS permissions', () => {
    expect(statementsAt(eksBlueprint({ tier: 'medium', dataStores: 'statefulset' }), 'cluster/Controllers/KedaIdentity')).toEqual([]);
  });

  it.each(eksBlueprints)('%s: KEDA may read exactly the queues that objects scale with', (_name, blueprint) => {
    const counted = statementsAt(blueprint, 'cluster/Controllers/KedaIdentity').map(({ Resource }) => Resource);
    const resources = resourcesOf(blueprint);
    const queues = scalingQueues(blueprint).map((queue) =>
      Object.keys(resources).find((id) => id.startsWith(`${queue?.replaceAll('-', '')}Queue`)),
    );
    expect(counted.map((resource) => JSON.stringify(resource))).toEqual(
      queues.map((logicalId) => JSON.stringify({ 'Fn::GetAtt': [logicalId, 'Arn'] })),
    );
  });
});

interface ScaledObject {
  readonly spec: { readonly triggers: readonly { readonly type: string; readonly authenticationRef?: { readonly name: string } }[] };
}

/** Names of managed queues by which services are scaled. */
function scalingQueues(blueprint: Blueprint): readonly (string | undefined)[] {
  const triggers = appliedObjects(blueprint).flatMap(({ kind, object }) =>
    kind === 'ScaledObject' ? (object as ScaledObject).spec.triggers : [],
  );
  return [...new Set(triggers.flatMap(({ type, authenticationRef }) => (type === 'aws-sqs-queue' ? [authenticationRef?.name] : [])))];
}

describe('secrets', () => {
  it.each(eksBlueprints)('%s: each requested secret is in the stack with the requested property and is readable', (_name, blueprint) => {
    const kept = generatedSecrets(blueprint);
    const readable = JSON.stringify(statementsAt(blueprint, 'cluster/Controllers/ExternalSecretsIdentity'));
    const missing = requestedSecrets(blueprint).filter(({ key, property }) => {
      const secret = kept.find(({ ids }) => ids.some((id) => key === `<${id}>`));
      return secret === undefined || !secret.properties.has(property) || !secret.ids.some((id) => readable.includes(`"${id}"`));
    });
    expect(missing).toEqual([]);
  });

  it('are requested by objects', () => {
    const systems = SYSTEMS.map(({ id, tiers }) => eksBlueprint({ system: id, tier: tiers[0]?.id ?? '' }));
    for (const blueprint of systems) expect(requestedSecrets(blueprint).length, blueprint.stackName).toBeGreaterThan(0);
  });
});

interface ExternalSecret {
  readonly spec: { readonly data: readonly { readonly remoteRef: { readonly key: string; readonly property: string } }[] };
}

function requestedSecrets(blueprint: Blueprint): readonly { readonly key: string; readonly property: string }[] {
  return appliedObjects(blueprint).flatMap(({ kind, object }) =>
    kind === 'ExternalSecret' ? (object as ExternalSecret).spec.data.map(({ remoteRef }) => remoteRef) : [],
  );
}

/** Logical ids of the secrets, with the properties in their values. */
function generatedSecrets(blueprint: Blueprint): readonly { readonly ids: readonly string[]; readonly properties: ReadonlySet<string> }[] {
  const resources = resourcesOf(blueprint);
  return Object.entries(resources).flatMap(([logicalId, { Type, Properties }]) => {
    if (Type !== 'AWS::SecretsManager::Secret') return [];
    const { GenerateStringKey, SecretStringTemplate } = Properties.GenerateSecretString as {
      readonly GenerateStringKey: string;
      readonly SecretStringTemplate: string;
    };
    const properties = new Set([GenerateStringKey, ...Object.keys(JSON.parse(SecretStringTemplate) as object)]);
    // The attachment to a server contains the ARN of the secret too.
    const attached = Object.entries(resources).filter(([, other]) => isDeepStrictEqual(other.Properties.SecretId, { Ref: logicalId }));
    const ids = [logicalId, ...attached.map(([id]) => id)];
    return [{ ids, properties }];
  });
}

describe('pod roles', () => {
  it.each(eksBlueprints)('%s: each service account that uses AWS has exactly one', (_name, blueprint) => {
    const associated = associations(blueprint);
    const talking = [
      ...CLUSTER_ACCOUNTS,
      ...(appliedObjects(blueprint).some(({ group }) => group === 'keda.sh') ? ['keda/keda-operator'] : []),
      ...accountsWithAgentAccess(blueprint).map((account) => `${blueprint.stackName}/${account}`),
    ];
    expect(talking.map((account) => [account, associated.filter((each) => each === account).length])).toEqual(
      talking.map((account) => [account, 1]),
    );
  });

  it.each(eksBlueprints)(
    '%s: each belongs to an existing account, and each account with permissions can reach the Pod Identity Agent',
    (_name, blueprint) => {
      const accounts = appliedObjects(blueprint).flatMap(({ kind, name }) => (kind === 'ServiceAccount' ? [name] : []));
      const own = associations(blueprint).flatMap((each) => (each.startsWith(`${blueprint.stackName}/`) ? [each.split('/')[1] ?? ''] : []));
      expect(own.filter((account) => !accounts.includes(account))).toEqual([]);
      const withRights = own.filter((account) => statementsAt(blueprint, identityOf(account)).length > 0);
      expect(withRights.sort()).toEqual([...accountsWithAgentAccess(blueprint)].sort());
    },
  );

  it('are Pod Identity associations, except for the load balancer controller, to which the CDK gives a role by OIDC', () => {
    const account = Object.values(resourcesOf(medium)).find(({ Properties }) =>
      JSON.stringify(Properties.Manifest ?? '').includes('aws-load-balancer-controller'),
    );
    expect(JSON.stringify(account?.Properties.Manifest)).toContain('eks.amazonaws.com/role-arn');
    expect(associations(medium).filter((each) => each.includes('load-balancer'))).toEqual([]);
  });
});

/** Accounts of every cluster, in addition to those of its workloads. */
const CLUSTER_ACCOUNTS = [
  'kube-system/aws-node',
  'kube-system/ebs-csi-controller-sa',
  'kube-system/cluster-autoscaler',
  'kube-system/fluent-bit',
  'external-secrets/external-secrets',
];

/** Construct path of the role of a service account. */
function identityOf(account: string): string {
  return account.endsWith('-backup') ? `${account.replace(/-backup$/, '')}/BackupIdentity` : `${account}/Identity`;
}

interface Policy {
  readonly spec: { readonly podSelector: { readonly matchLabels?: Readonly<Record<string, string>> } };
}

/** Accounts of the pods that can reach the EKS Pod Identity Agent. */
function accountsWithAgentAccess(blueprint: Blueprint): readonly string[] {
  const objects = appliedObjects(blueprint);
  const templates = objects.flatMap(({ object }) => podTemplatesIn(object));
  return objects.flatMap(({ kind, object }) => {
    if (kind !== 'NetworkPolicy' || !JSON.stringify(object).includes(POD_IDENTITY_AGENT)) return [];
    const { matchLabels = {} } = (object as Policy).spec.podSelector;
    const pods = templates.filter(({ metadata }) =>
      Object.entries(matchLabels).every(([name, value]) => metadata.labels?.[name] === value),
    );
    return [...new Set(pods.map(({ spec }) => spec.serviceAccountName))];
  });
}

/** Address of the agent on each node. Source: Amazon EKS user guide, "EKS Pod Identity". */
const POD_IDENTITY_AGENT = '169.254.170.23/32';

interface PodTemplate {
  readonly metadata: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec: { readonly serviceAccountName: string; readonly containers: unknown };
}

function podTemplatesIn(value: unknown): readonly PodTemplate[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = isPodTemplate(value) ? [value] : [];
  return [...own, ...Object.values(value).flatMap(podTemplatesIn)];
}

function isPodTemplate(value: object): value is PodTemplate {
  const { spec, metadata } = value as { readonly spec?: object; readonly metadata?: object };
  return spec !== undefined && metadata !== undefined && 'containers' in spec;
}

describe('dumps of data stores in the cluster', () => {
  const inside = eksBlueprint({ tier: 'medium', dataStores: 'statefulset' });

  it('are stored in a bucket that is encrypted, private, logged, versioned and retained', () => {
    const { Properties, DeletionPolicy } = resourceOf(inside, 'backup-storage', 'AWS::S3::Bucket');
    expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(Properties).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { LogFilePrefix: 'buckets/backup-storage/' },
      LifecycleConfiguration: { Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 7 }, ExpiredObjectDeleteMarker: true }] },
    });
    expect(JSON.stringify(resourceOf(inside, 'backup-storage', 'AWS::S3::BucketPolicy').Properties)).toContain(
      '"aws:SecureTransport":"false"',
    );
  });

  it('are written, listed and deleted only in the folder of their component', () => {
    const bucket = { 'Fn::GetAtt': [expect.stringMatching(/^backupstorageBucket/), 'Arn'] };
    expect(statementsAt(inside, 'cache/BackupIdentity')).toEqual([
      {
        Effect: 'Allow',
        Action: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject'],
        Resource: { 'Fn::Join': ['', [bucket, '/cache/*']] },
      },
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: bucket, Condition: { StringLike: { 's3:prefix': 'cache/*' } } },
    ]);
  });

  it('get the bucket from settings, without access keys', () => {
    const objects = appliedObjects(inside);
    expect(objects.find(({ name }) => name === 'backup-storage-connection')?.object).toMatchObject({
      data: { BACKUP_STORAGE_BUCKET: expect.stringMatching(/^<backupstorageBucket\w+>$/) },
    });
    const jobs = objects.filter(({ kind }) => kind === 'CronJob').map(({ object }) => JSON.stringify(object));
    expect(jobs).toHaveLength(2);
    for (const job of jobs) {
      expect(job).toContain('"envFrom":[{"configMapRef":{"name":"backup-storage-connection"}}]');
      expect(job).toContain('s3://$BACKUP_STORAGE_BUCKET/');
    }
    expect(jobs.join()).not.toContain('backup-credentials');
  });

  it.each(inScope(SYSTEMS, representsSystems).map(({ id, tiers }) => [id, tiers.map((tier) => tier.id)] as const))(
    'of %s have one bucket in every tier, and none where data stores are managed',
    (system, tiers) => {
      const buckets = (blueprint: Blueprint) => resourcesAt(blueprint, 'backup-storage', 'AWS::S3::Bucket').length;
      for (const tier of tiers) expect(buckets(eksBlueprint({ system, tier, dataStores: 'statefulset' })), tier).toBe(1);
      expect(buckets(eksBlueprint({ system, tier: tiers[0] ?? '' }))).toBe(0);
    },
  );
});
