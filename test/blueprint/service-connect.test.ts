import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { SYSTEMS } from '../../tiers';

// Amazon ECS developer guide, "Amazon ECS Service Connect components": 256 CPU units and at least 64 MiB for the proxy.
describe('the Service Connect proxy', () => {
  const tiers = SYSTEMS.flatMap(({ id, tiers: all }) => all.map((tier) => [id, tier.id] as const));

  it.each(tiers)('%s/%s: is in the tasks that call others by name or are called, and in no other', (system, tier) => {
    const { components } = blueprintFor({ system, tier });
    const all = Object.values(components);
    const services = all.flatMap((component) => (component.kind === 'service' ? [component] : []));
    for (const service of services) {
      const calls = service.uses.some((id) => ['service', 'vector-store'].includes(components[id]?.kind ?? ''));
      const isCalled = service.ports.some(({ protocol }) => protocol === 'http') && services.some(({ uses }) => uses.includes(service.id));
      expect([service.id, service.proxy !== undefined]).toEqual([service.id, calls || isCalled]);
    }
    for (const store of all) if (store.kind === 'vector-store') expect(store.proxy).toBeDefined();
  });

  it('belongs to the Fargate size, of which the container gets the rest', () => {
    const { components } = blueprintFor({ system: 'ux-flow', tier: 'startup', compute: 'fargate' });
    const proxied = Object.values(components).flatMap((component) =>
      component.kind === 'service' && component.proxy !== undefined ? [component] : [],
    );
    expect(proxied.length).toBeGreaterThan(0);
    for (const { vcpu, memoryMib, proxy } of proxied) {
      expect([0.25, 0.5, 1, 2, 4, 8, 16]).toContain(vcpu + (proxy?.vcpu ?? 0));
      expect((memoryMib + (proxy?.memoryMib ?? 0)) % 512).toBe(0);
    }
  });

  it.each(['eks', 'kubernetes'])('is for ECS only, not for %s', (platform) => {
    const { components } = blueprintFor({ system: 'ux-flow', tier: 'startup', platform });
    expect(Object.values(components).some((component) => 'proxy' in component)).toBe(false);
  });

  it('is not on a single host, where containers reach each other on the host', () => {
    const { components } = blueprintFor({ system: 'aiva', tier: 'small', topology: 'single-host' });
    expect(Object.values(components).some((component) => 'proxy' in component)).toBe(false);
  });
});
