import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Blueprint } from '../../lib/blueprint';
import { SYSTEMS } from '../../tiers';
import { appliedObjects } from '../support/applied-objects';
import { eksBlueprint, eksBlueprints } from '../support/eks-blueprints';
import { resourcesAt, resourcesOf } from '../support/templates';

const medium = eksBlueprint({ tier: 'medium' });

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** What the roles below a path may do. */
function statementsAt(blueprint: Blueprint, path: string): readonly Statement[] {
  return resourcesAt(blueprint, path, 'AWS::IAM::Policy').flatMap(
    ({ Properties }) => (Properties.PolicyDocument as { readonly Statement: readonly Statement[] }).Statement,
  );
}

/** `namespace/account` of each association. */
function associations(blueprint: Blueprint): readonly string[] {
  return Object.values(resourcesOf(blueprint)).flatMap(({ Type, Properties }) =>
    Type === 'AWS::EKS::PodIdentityAssociation' ? [`${Properties.Namespace}/${Properties.ServiceAccount}`] : [],
  );
}

describe('a managed queue that scales a service', () => {
  it('is counted by KEDA, which may do nothing else with it, and nothing with others', () => {
    const [queue] = Object.entries(resourcesOf(medium)).find(([id]) => id.startsWith('jobsQueue')) ?? [];
    expect(statementsAt(medium, 'cluster/Controllers/KedaIdentity')).toEqual([
      { Action: 'sqs:GetQueueAttributes', Effect: 'Allow', Resource: { 'Fn::GetAtt': [queue, 'Arn'] } },
    ]);
  });

  it('is asked about as the operator of KEDA: pods of an association have no annotation that KEDA could read', () => {
    const [authentication] = appliedObjects(medium).filter(({ kind }) => kind === 'TriggerAuthentication');
    expect(authentication?.object).toMatchObject({ metadata: { name: 'jobs' }, spec: { podIdentity: { provider: 'aws' } } });
    expect(JSON.stringify(authentication?.object)).not.toMatch(/identityOwner|roleArn/);
    expect(associations(medium)).toContain('keda/keda-operator');
  });

  it('in the cluster needs no right of AWS', () => {
    expect(statementsAt(eksBlueprint({ tier: 'medium', dataStores: 'statefulset' }), 'cluster/Controllers/KedaIdentity')).toEqual([]);
  });

  it.each(eksBlueprints)('%s: exactly the queues that objects scale by are counted', (_name, blueprint) => {
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
  it.each(eksBlueprints)('%s: every one that objects ask for is in the stack, with that property, and may be read', (_name, blueprint) => {
    const kept = generatedSecrets(blueprint);
    const readable = JSON.stringify(statementsAt(blueprint, 'cluster/Controllers/ExternalSecretsIdentity'));
    const missing = askedSecrets(blueprint).filter(({ key, property }) => {
      const secret = kept.get(key);
      return secret === undefined || !secret.properties.has(property) || !secret.ids.some((id) => readable.includes(`"${id}"`));
    });
    expect(missing).toEqual([]);
  });

  it('are asked for at all', () => {
    const systems = SYSTEMS.map(({ id, tiers }) => eksBlueprint({ system: id, tier: tiers[0]?.id ?? '' }));
    for (const blueprint of systems) expect(askedSecrets(blueprint).length, blueprint.stackName).toBeGreaterThan(0);
  });
});

interface ExternalSecret {
  readonly spec: { readonly data: readonly { readonly remoteRef: { readonly key: string; readonly property: string } }[] };
}

function askedSecrets(blueprint: Blueprint): readonly { readonly key: string; readonly property: string }[] {
  return appliedObjects(blueprint).flatMap(({ kind, object }) =>
    kind === 'ExternalSecret' ? (object as ExternalSecret).spec.data.map(({ remoteRef }) => remoteRef) : [],
  );
}

/** By name: the properties that Secrets Manager generates and is given. */
function generatedSecrets(
  blueprint: Blueprint,
): ReadonlyMap<unknown, { readonly ids: readonly string[]; readonly properties: ReadonlySet<string> }> {
  const resources = resourcesOf(blueprint);
  return new Map(
    Object.entries(resources).flatMap(([logicalId, { Type, Properties }]) => {
      if (Type !== 'AWS::SecretsManager::Secret') return [];
      const { GenerateStringKey, SecretStringTemplate } = Properties.GenerateSecretString as {
        readonly GenerateStringKey: string;
        readonly SecretStringTemplate: string;
      };
      const properties = new Set([GenerateStringKey, ...Object.keys(JSON.parse(SecretStringTemplate) as object)]);
      // What attaches it to a server has its ARN too.
      const attached = Object.entries(resources).filter(([, other]) => isDeepStrictEqual(other.Properties.SecretId, { Ref: logicalId }));
      const ids = [logicalId, ...attached.map(([id]) => id)];
      return [[Properties.Name, { ids, properties }] as const];
    }),
  );
}
