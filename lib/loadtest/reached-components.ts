import type { Component } from '../model/component';
import { gainedService } from '../model/gpu-services';
import type { Tier } from '../model/tier';

/**
 * Ids of the components of a tier that HTTP requests reach: the services behind an entry point with an HTTP port, what they use, the
 * workers of their queues, and external services. All components where no entry point has an HTTP port, because it is then unknown where
 * requests arrive.
 */
export function reachedComponents(tier: Pick<Tier, 'components' | 'gpu'>): ReadonlySet<string> {
  const gained = gainedService(tier);
  const components = new Map<string, Component>(Object.entries(tier.components));
  if (gained !== undefined) components.set(gained.id, gained.service);
  const entries = [...components].flatMap(([id, component]) =>
    component.kind === 'load-balancer' && hasHttp(components.get(component.target)) ? [id] : [],
  );
  if (entries.length === 0) return new Set(components.keys());
  const reached = new Set<string>();
  const follow = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const next of nextOf(id, components)) follow(next);
    if (gained?.usedBy.includes(id)) follow(gained.id);
  };
  for (const id of entries) follow(id);
  for (const [id, { kind }] of components) if (kind === 'external') follow(id);
  return reached;
}

/** Components that a request reaches from another component. */
function nextOf(id: string, components: ReadonlyMap<string, Component>): readonly string[] {
  const component = components.get(id);
  if (component?.kind === 'load-balancer') return [component.target];
  if (component?.kind === 'service') return component.uses;
  if (component?.kind !== 'queue') return [];
  return [...components].flatMap(([worker, other]) => (other.kind === 'service' && other.worksOn === id ? [worker] : []));
}

function hasHttp(component: Component | undefined): boolean {
  return component?.kind === 'service' && component.ports.some(({ protocol }) => protocol === 'http');
}
