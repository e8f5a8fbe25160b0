import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { InputError } from '../../lib/core/problems';
import type { SystemInput } from '../../lib/model/inputs';
import { SYSTEMS } from '../../tiers';
import { representsSystems } from '../support/forms';
import { inScope } from '../support/scope';
import { stacksFor } from '../support/synthesized';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}
interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}
interface Form {
  readonly name: string;
  /** By the names of the stacks. */
  readonly stacks: ReadonlyMap<string, Template>;
}

/** Options that change the instances and tasks of a stack. */
const CAPACITY_OPTIONS = ['ec2', 'fargate'].flatMap((compute) =>
  ['managed', 'single-host'].flatMap((topology) => ['none', 't4'].map((gpu) => ({ compute, topology, gpu }))),
);

function formsOf(system: SystemInput): Form[] {
  return system.tiers.flatMap((tier) =>
    CAPACITY_OPTIONS.flatMap((options) => {
      try {
        const stacks = stacksFor(blueprintFor({ system: system.id, tier: tier.id, ...options }));
        const name = [tier.id, ...Object.values(options)].join(' ');
        return [{ name, stacks: new Map(stacks.map(({ stackName, template }) => [stackName, template as unknown as Template])) }];
      } catch (error) {
        if (error instanceof InputError) return [];
        throw error;
      }
    }),
  );
}

const ref = (value: unknown): string => (typeof value === 'string' ? value : String((value as { readonly Ref: string }).Ref));
const ofType = (template: Template, type: string) => Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);

/** Capacity providers that are associated with the cluster: logical ids, or names such as `FARGATE`. */
function associated(template: Template): ReadonlySet<string> {
  const associations = ofType(template, 'AWS::ECS::ClusterCapacityProviderAssociations');
  return new Set(associations.flatMap(([, { Properties }]) => (Properties.CapacityProviders as unknown[]).map(ref)));
}

function inUse(template: Template): ReadonlySet<string> {
  type Strategy = readonly { readonly CapacityProvider: unknown }[];
  const strategies = ofType(template, 'AWS::ECS::Service').flatMap(([, { Properties }]) => Properties.CapacityProviderStrategy as Strategy);
  return new Set(strategies.map(({ CapacityProvider }) => ref(CapacityProvider)));
}

/** A capacity provider with the group and the launch template behind it. */
function chain(template: Template, provider: string): string[] {
  const properties = template.Resources[provider]?.Properties;
  if (properties === undefined) return [];
  const group = ref((properties.AutoScalingGroupProvider as { readonly AutoScalingGroupArn: unknown }).AutoScalingGroupArn);
  const launch = template.Resources[group]?.Properties.LaunchTemplate as { readonly LaunchTemplateId: unknown };
  return [provider, group, ref(launch.LaunchTemplateId)];
}

/** Capacity that services use before a move, and that the stack no longer has, or that is no longer associated with the cluster. */
function taken(from: Template, to: Template): string[] {
  const after = associated(to);
  return [...inUse(from)].flatMap((provider) => [
    ...(after.has(provider) ? [] : [`${provider} leaves the cluster`]),
    ...chain(from, provider)
      .filter((id) => to.Resources[id]?.Type !== from.Resources[id]?.Type)
      .map((id) => `${id} is removed`),
  ]);
}

const UPDATED_IN_PLACE: ReadonlySet<string> = new Set([
  'AWS::ECS::Cluster',
  'AWS::ECS::ClusterCapacityProviderAssociations',
  'AWS::ECS::CapacityProvider',
  'AWS::ECS::Service',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::EC2::LaunchTemplate',
]);

/** Services and capacity that a move would replace, by the CloudFormation specification. */
function replaced(from: Template, to: Template): string[] {
  const found: string[] = [];
  fullDiff({ ...from }, { ...to }).resources.forEachDifference((id, change) => {
    if (!UPDATED_IN_PLACE.has(change.oldResourceType ?? '')) return;
    const impact = change.changeImpact;
    if (impact === ResourceImpact.WILL_REPLACE || impact === ResourceImpact.MAY_REPLACE) found.push(`${id} ${impact}`);
  });
  return found;
}

const FORMS = new Map(inScope(SYSTEMS, representsSystems).map((system) => [system.id, formsOf(system)]));

describe.each([...FORMS.keys()])('capacity of %s', (id) => {
  const forms = FORMS.get(id) ?? [];

  it('is never removed while services use it, between any two tiers and options', () => {
    expect(forms.length).toBeGreaterThan(1);
    for (const from of forms) {
      for (const to of forms) {
        for (const [name, template] of from.stacks) {
          const after = to.stacks.get(name);
          if (after !== undefined) expect(taken(template, after), `${from.name} → ${to.name}: ${name}`).toEqual([]);
        }
      }
    }
  });

  it('is updated in place, and so are the services on it', () => {
    // Equality of the properties that replace a resource is transitive, so a comparison with one form of each stack covers all
    // pairs.
    const first = new Map<string, Template>();
    for (const { name: form, stacks } of forms) {
      for (const [name, template] of stacks) {
        const other = first.get(name) ?? template;
        first.set(name, other);
        expect([...replaced(other, template), ...replaced(template, other)], `${form}: ${name}`).toEqual([]);
      }
    }
  });

  it('has another service, or forces a deployment, as ECS requires, wherever the capacity provider changes', () => {
    const nonces = new Map<string, Map<string, unknown>>();
    for (const { stacks } of forms) {
      for (const template of stacks.values()) {
        for (const [service, { Properties }] of ofType(template, 'AWS::ECS::Service')) {
          const [strategy] = Properties.CapacityProviderStrategy as readonly { readonly CapacityProvider: unknown }[];
          const { ForceNewDeployment: forced } = Properties as {
            readonly ForceNewDeployment?: { readonly ForceNewDeploymentNonce: string };
          };
          const known = nonces.get(service) ?? new Map<string, unknown>();
          nonces.set(service, known.set(ref(strategy?.CapacityProvider), forced?.ForceNewDeploymentNonce));
        }
      }
    }
    const providers = new Set([...nonces.values()].flatMap((byProvider) => [...byProvider.keys()]));
    expect(providers.size).toBeGreaterThan(1);
    for (const [service, byProvider] of nonces) expect(new Set(byProvider.values()).size, service).toBe(byProvider.size);
  });
});

describe('the proof itself', () => {
  const template = stacksFor(blueprintFor({ tier: 'small' }))[0]?.template as unknown as Template;
  const changed = (change: (resources: Record<string, Resource>) => void): Template => {
    const copy = JSON.parse(JSON.stringify(template)) as { Resources: Record<string, Resource> };
    change(copy.Resources);
    return copy;
  };
  const [provider = ''] = inUse(template);

  it.each([0, 1, 2])('notices a removed link %i of the chain', (link) => {
    const id = chain(template, provider)[link] ?? '';
    expect(
      taken(
        template,
        changed((resources) => delete resources[id]),
      ),
    ).toContain(`${id} is removed`);
  });

  it('notices a provider that leaves the cluster', () => {
    const [[association] = ['']] = ofType(template, 'AWS::ECS::ClusterCapacityProviderAssociations');
    const to = changed((resources) => Object.assign(resources[association]?.Properties ?? {}, { CapacityProviders: ['FARGATE'] }));
    expect(taken(template, to)).toEqual([`${provider} leaves the cluster`]);
  });

  it('notices a replaced service', () => {
    const [[service] = ['']] = ofType(template, 'AWS::ECS::Service');
    const to = changed((resources) => Object.assign(resources[service]?.Properties ?? {}, { SchedulingStrategy: 'DAEMON' }));
    expect(replaced(template, to)).toEqual([expect.stringContaining(service)]);
  });
});
