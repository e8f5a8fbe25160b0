import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { manifestsOf, objectsOf } from '../../lib/kubernetes/manifests/manifests';
import { directoryReadme } from '../../lib/output/directory-readme';
import { SYSTEMS } from '../../tiers';
import { inScope } from '../support/scope';

const TIERS = SYSTEMS.flatMap((system) =>
  system.tiers.map((tier, rank) => ({
    name: `${system.id}/${tier.id}`,
    system: system.id,
    tier: tier.id,
    isEnd: rank === 0 || rank === system.tiers.length - 1,
  })),
);

/** Objects of a blueprint, such as `Deployment api`. */
function names(blueprint: Blueprint): string[] {
  return objectsOf(blueprint).flatMap(({ objects }) => objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`));
}

/** Flags that a container gets more than once. The flag parser of the Prometheus exporters (kingpin) exits on a repeated flag. */
function repeatedFlags(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(repeatedFlags);
  if (typeof value !== 'object' || value === null) return [];
  const { args } = value as { readonly args?: unknown };
  const flags = Array.isArray(args) ? args.filter((each): each is string => typeof each === 'string' && each.startsWith('--')) : [];
  const names = flags.map((flag) => flag.split('=', 1)[0] ?? flag);
  return [...names.filter((name, index) => names.indexOf(name) !== index), ...Object.values(value).flatMap(repeatedFlags)];
}

describe.each(inScope(TIERS, ({ system, isEnd }) => isEnd && (system === 'aiva' || system === 'ux-flow')))('$name', ({ system, tier }) => {
  test.each([
    { platform: 'kubernetes', dataStores: 'statefulset' },
    { platform: 'kubernetes', dataStores: 'operator' },
    { platform: 'kubernetes', entry: 'ingress' },
    { platform: 'eks' },
  ])('has manifests with every service: %j', (options) => {
    const blueprint = blueprintFor({ system, tier, ...options });
    const services = Object.values(blueprint.components).filter(({ kind }) => kind === 'service');
    expect(repeatedFlags(objectsOf(blueprint))).toEqual([]);
    const objects = names(blueprint);
    expect(new Set(objects).size).toBe(objects.length);
    expect(objects).toEqual(expect.arrayContaining(services.map(({ id }) => `Deployment ${id}`)));
  });
});

describe('the README of manifests', () => {
  const readme = (platform: string, options: Readonly<Record<string, string>> = {}) =>
    directoryReadme(manifestsOf(blueprintFor({ system: 'ux-flow', tier: 'startup', platform, ...options })).notes);

  test('lists the ConfigMaps that only the CDK stack of EKS creates', () => {
    expect(readme('eks').match(/`[a-z-]+-connection`/g)).toEqual([
      '`ai-jobs-connection`',
      '`cache-connection`',
      '`documents-connection`',
      '`static-connection`',
    ]);
  });

  test('lists the ConfigMap of the backup bucket', () => {
    const inside = readme('eks', { dataStores: 'statefulset' });
    expect(inside.match(/`[a-z-]+-connection`/g)).toEqual(['`backup-storage-connection`', '`static-connection`']);
  });

  test('lists no ConfigMaps when the manifests contain all of them', () => expect(readme('kubernetes')).not.toContain('ConfigMaps that'));
});
