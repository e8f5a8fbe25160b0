import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { InputError } from '../../lib/core/problems';
import type { TierInput } from '../../lib/model/inputs';
import { SYSTEMS } from '../../tiers';
import { CHANGED_IN_PLACE, DATA_RESOURCE_TYPES } from '../support/data-resources';
import { representsSystems } from '../support/forms';
import { inScope } from '../support/scope';
import { stacksFor } from '../support/synthesized';

type Raw = Readonly<Record<string, unknown>>;

/** Options that a system keeps while it moves between tiers. */
const KEPT: readonly Readonly<Record<string, string>>[] = [
  {},
  { compute: 'fargate' },
  { cacheEngine: 'valkey' },
  { gpu: 't4' },
  { highAvailability: 'true', readReplicas: '2', architecture: 'arm64' },
  { region: 'eu-central-1', environment: 'production' },
  { platform: 'eks' },
  { platform: 'eks', dataStores: 'statefulset' },
];

/** The default options, the options with the largest changes, and data stores in a cluster. */
function represents(options: Readonly<Record<string, string>>): boolean {
  return Object.keys(options).length === 0 || options.highAvailability !== undefined || options.dataStores !== undefined;
}

/** By the names of the stacks: a tier of several regions has several. */
type Stacks = ReadonlyMap<string, Raw>;

function stacksOf(request: Readonly<Record<string, string>>): Stacks {
  return new Map(stacksFor(blueprintFor(request)).map(({ stackName, template }) => [stackName, template]));
}

/** The stacks of a tier with options, or undefined where the tier refuses them: one without GPU work has no GPU. */
function stacksOrNone(request: Readonly<Record<string, string>>): Stacks | undefined {
  try {
    return stacksOf(request);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Paths of resources that only the larger tier has: whole components, and additional shards. */
function pathsOnlyIn(from: TierInput['components'], to: TierInput['components']): string[] {
  return Object.entries(from).flatMap(([id, component]) => {
    const after = to[id];
    if (after === undefined) return [`${id}/`];
    const [shards, fewer] = [component, after].map((part) => (part.kind === 'document-store' ? (part.shards ?? 1) : 0));
    return Array.from({ length: Math.max(0, (shards ?? 0) - (fewer ?? 0)) }, (_, index) => `${id}/Shard${(fewer ?? 0) + index + 1}/`);
  });
}

/**
 * Effects of a move on resources with data, other than changes in place; empty when the move is safe. The other tier does not
 * have the resources below the paths in `onlyBefore`: they may be removed if they or a snapshot are retained.
 */
function dataLosses(from: Raw, to: Raw, onlyBefore: readonly string[] = []): string[] {
  const losses: string[] = [];
  fullDiff(from, to).resources.forEachDifference((id, change) => {
    const type = change.oldResourceType;
    if (type === undefined || !DATA_RESOURCE_TYPES.has(type) || isReplica(change.oldProperties)) return;
    if (change.changeImpact === ResourceImpact.NO_CHANGE || change.changeImpact === ResourceImpact.WILL_UPDATE) return;
    const risky = Object.entries(change.propertyUpdates)
      .filter(([, update]) => update.changeImpact === ResourceImpact.WILL_REPLACE || update.changeImpact === ResourceImpact.MAY_REPLACE)
      .map(([property]) => property)
      .filter((property) => !CHANGED_IN_PLACE.has(`${type} ${property}`));
    const removed =
      (change.isRemoval && !(isRetained(from, id) && onlyBefore.some((path) => pathOf(from, id).startsWith(path)))) ||
      change.resourceTypeChanged;
    if (removed || risky.length > 0) losses.push(`${id} (${type}) ${change.changeImpact}: ${risky.join(', ')}`);
  });
  return losses;
}

interface Resource {
  readonly DeletionPolicy?: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

function resourceOf(template: Raw, id: string): Resource | undefined {
  return (template.Resources as Readonly<Record<string, Resource>>)[id];
}

/** Below the stack: `cache/Group`. */
function pathOf(template: Raw, id: string): string {
  return String(resourceOf(template, id)?.Metadata?.['aws:cdk:path']).split('/').slice(1).join('/');
}

function isRetained(template: Raw, id: string): boolean {
  return ['RetainExceptOnCreate', 'Retain', 'Snapshot'].includes(resourceOf(template, id)?.DeletionPolicy ?? '');
}

function isReplica(properties: unknown): boolean {
  return typeof properties === 'object' && properties !== null && 'SourceDBInstanceIdentifier' in properties;
}

describe.each(inScope(SYSTEMS, representsSystems).map((system) => [system.id, system] as const))(
  'moving between the tiers of %s',
  (_id, system) => {
    it.each(inScope(KEPT, represents).map((options) => [JSON.stringify(options), options] as const))(
      'with %s replaces no resource with data, and removes one only in a move to a smaller tier, where it or a snapshot is retained',
      (_name, options) => {
        const steps = system.tiers.flatMap((tier, rank) => {
          const stacks = stacksOrNone({ system: system.id, tier: tier.id, ...options });
          return stacks === undefined ? [] : [{ tier, rank, stacks }];
        });
        for (const from of steps) {
          for (const to of steps) {
            const onlyBefore = from.rank > to.rank ? pathsOnlyIn(from.tier.components, to.tier.components) : [];
            // A stack that the other tier does not have stays unchanged until it is deleted.
            for (const [name, template] of from.stacks) {
              const after = to.stacks.get(name);
              if (after !== undefined)
                expect(dataLosses(template, after, onlyBefore), `${from.tier.id} → ${to.tier.id}: ${name}`).toEqual([]);
            }
          }
        }
      },
    );
  },
);

describe('the proof itself', () => {
  const template: Raw = stacksOf({ tier: 'small' }).get('aiva-dev') ?? {};
  const changed = (change: (resources: Record<string, { Type: string; Properties: Record<string, unknown> }>) => void): Raw => {
    const copy = JSON.parse(JSON.stringify(template)) as {
      Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
    };
    change(copy.Resources);
    return copy;
  };
  const idOf = (type: string) =>
    Object.entries(template.Resources as Record<string, { Type: string }>).find(([, resource]) => resource.Type === type)?.[0] ?? '';

  it.each([
    ['AWS::RDS::DBInstance', 'StorageEncrypted', false],
    ['AWS::ElastiCache::ReplicationGroup', 'ReplicasPerNodeGroup', 3],
    ['AWS::RDS::DBInstance', 'StorageType', 'io1'],
  ])('notices %s whose %s changes', (type, property, value) => {
    const to = changed((resources) => Object.assign(resources[idOf(type)]?.Properties ?? {}, { [property]: value }));
    expect(dataLosses(template, to)).toEqual([expect.stringContaining(property)]);
  });

  it.each(['AWS::S3::Bucket', 'AWS::SecretsManager::Secret', 'AWS::RDS::DBInstance'])('notices a removed %s', (type) => {
    const to = changed((resources) => delete resources[idOf(type)]);
    expect(dataLosses(template, to)).toEqual([expect.stringContaining(type)]);
  });

  it('accepts the removal of a component only where it or a snapshot is retained', () => {
    const group = idOf('AWS::ElastiCache::ReplicationGroup');
    const to = changed((resources) => delete resources[group]);
    expect(dataLosses(template, to, ['cache/'])).toEqual([]);
    const unkept = JSON.parse(JSON.stringify(template)) as { Resources: Record<string, { DeletionPolicy?: string }> };
    Object.assign(unkept.Resources[group] ?? {}, { DeletionPolicy: 'Delete' });
    expect(dataLosses(unkept, to, ['cache/'])).toEqual([expect.stringContaining('AWS::ElastiCache::ReplicationGroup')]);
  });
});
