import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { describe, expect, it } from 'vitest';
import { synthesize } from '../../lib/aws';
import { blueprintFor } from '../../lib/blueprint-for';
import { SYSTEMS } from '../../tiers';
import { CHANGED_IN_PLACE, DATA_RESOURCE_TYPES } from '../support/data-resources';

type Raw = Readonly<Record<string, unknown>>;

/** Options that a system keeps while it moves between tiers. */
const KEPT: readonly Readonly<Record<string, string>>[] = [
  {},
  { compute: 'fargate' },
  { cacheEngine: 'valkey' },
  { gpu: 't4' },
  { highAvailability: 'true', readReplicas: '2', architecture: 'arm64' },
  { region: 'eu-central-1', environment: 'production' },
];

function templateOf(request: Readonly<Record<string, string>>): Raw {
  const [stack] = synthesize(blueprintFor(request));
  if (stack === undefined) throw new Error('nothing was synthesized');
  return stack.template;
}

/** What a move does to resources that hold data, beyond changing them in place: empty when it is safe. */
function dataLosses(from: Raw, to: Raw): string[] {
  const losses: string[] = [];
  fullDiff(from, to).resources.forEachDifference((id, change) => {
    const type = change.oldResourceType;
    if (type === undefined || !DATA_RESOURCE_TYPES.has(type) || isReplica(change.oldProperties)) return;
    if (change.changeImpact === ResourceImpact.NO_CHANGE || change.changeImpact === ResourceImpact.WILL_UPDATE) return;
    const risky = Object.entries(change.propertyUpdates)
      .filter(([, update]) => update.changeImpact === ResourceImpact.WILL_REPLACE || update.changeImpact === ResourceImpact.MAY_REPLACE)
      .map(([property]) => property)
      .filter((property) => !CHANGED_IN_PLACE.has(`${type} ${property}`));
    const removed = change.isRemoval || change.resourceTypeChanged;
    if (removed || risky.length > 0) losses.push(`${id} (${type}) ${change.changeImpact}: ${risky.join(', ')}`);
  });
  return losses;
}

function isReplica(properties: unknown): boolean {
  return typeof properties === 'object' && properties !== null && 'SourceDBInstanceIdentifier' in properties;
}

describe.each(SYSTEMS.map((system) => [system.id, system] as const))('moving between the tiers of %s', (_id, system) => {
  it.each(KEPT.map((options) => [JSON.stringify(options), options] as const))(
    'with %s replaces and removes nothing that holds data',
    (_name, options) => {
      const templates = system.tiers.map((tier) => ({
        tier: tier.id,
        template: templateOf({ system: system.id, tier: tier.id, ...options }),
      }));
      for (const from of templates) {
        for (const to of templates) {
          expect(dataLosses(from.template, to.template), `${from.tier} → ${to.tier}`).toEqual([]);
        }
      }
    },
  );
});

describe('the proof itself', () => {
  const template = templateOf({ tier: 'small' });
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
});
