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

  // 1 vCPU and 2 GiB is a size of Fargate; with the proxy, the next one is 2 vCPU with at least 4 GiB. Source: Amazon ECS developer
  // guide, "Fargate task definition differences", task CPU and memory.
  it('is stated where it makes the Fargate task larger, with the size that does not', () => {
    const api = { kind: 'service', instances: { min: 1, max: 1 }, ports: [{ port: 80, protocol: 'http' }], vcpu: 1, memoryGib: 2 } as const;
    const worker = { ...api, ports: [], uses: ['api'] };
    const components = { api, worker: { ...worker, vcpu: 0.75, memoryGib: 1.9375 }, tiny: { ...worker, vcpu: 0.25, memoryGib: 0.5 } };
    const { warnings } = blueprintFor({ system: { id: 'site', tiers: [{ id: 'start', components }] } });
    expect(warnings.filter(({ kind }) => kind === 'larger-task')).toEqual([
      {
        kind: 'larger-task',
        component: 'api',
        service: { vcpu: 1, memoryGib: 2 },
        proxy: { vcpu: 0.25, memoryMib: 64 },
        task: { vcpu: 2, memoryGib: 4 },
        smallerTask: { vcpu: 1, memoryGib: 2 },
        smallerService: { vcpu: 0.75, memoryGib: 1.9375 },
      },
    ]);
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
