import { describe, expect, test } from 'vitest';
import type { Blueprint } from '../../lib/blueprint';
import { blueprintFor } from '../../lib/blueprint-for';
import { objectsOf } from '../../lib/kubernetes';
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
