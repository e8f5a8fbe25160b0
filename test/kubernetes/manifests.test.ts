import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { manifestsOf, objectsOf } from '../../lib/kubernetes/manifests/manifests';
import { SYSTEMS } from '../../tiers';

const TIERS = SYSTEMS.flatMap((system) =>
  system.tiers.map((tier) => ({ name: `${system.id}/${tier.id}`, system: system.id, tier: tier.id })),
);

/** Which objects a blueprint's files have, `Deployment api`. */
function names(blueprint: Blueprint): string[] {
  return objectsOf(blueprint).flatMap(({ objects }) => objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`));
}

describe.each(TIERS)('$name', ({ system, tier }) => {
  test.each([
    { platform: 'kubernetes', dataStores: 'statefulset' },
    { platform: 'kubernetes', dataStores: 'operator' },
    { platform: 'kubernetes', entry: 'ingress' },
    { platform: 'eks' },
  ])('has manifests with every service: %j', (options) => {
    const blueprint = blueprintFor({ system, tier, ...options });
    const services = Object.values(blueprint.components).filter(({ kind }) => kind === 'service');
    const objects = names(blueprint);
    expect(new Set(objects).size).toBe(objects.length);
    expect(objects).toEqual(expect.arrayContaining(services.map(({ id }) => `Deployment ${id}`)));
  });
});

describe('the notes beside manifests', () => {
  const notes = (platform: string, options: Readonly<Record<string, string>> = {}) =>
    manifestsOf(blueprintFor({ system: 'ux-flow', tier: 'startup', platform, ...options })).supportingFiles[1]?.text ?? '';

  test('name the ConfigMaps that only the stack of EKS can make', () => {
    expect(notes('eks').match(/`[a-z-]+-connection`/g)).toEqual([
      '`ai-jobs-connection`',
      '`cache-connection`',
      '`documents-connection`',
      '`static-connection`',
    ]);
  });

  test('name that of the bucket that data stores are dumped to', () => {
    const inside = notes('eks', { dataStores: 'statefulset' });
    expect(inside.match(/`[a-z-]+-connection`/g)).toEqual(['`backup-storage-connection`', '`static-connection`']);
  });

  test('name none where all of them are among the manifests', () => expect(notes('kubernetes')).not.toContain('ConfigMaps that'));
});
