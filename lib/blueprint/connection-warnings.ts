import { gainedService } from '../model/gpu-services';
import type { Service } from '../model/service';
import type { Tier } from '../model/tier';
import type { ConnectionWarning } from './warnings';

/** Kinds whose data only services use; a bucket is also the origin of a CDN. */
const STORES: readonly string[] = ['database', 'cache', 'document-store', 'vector-store', 'bucket'];

/** Kinds that a pool of connections can be for. */
const POOLED: readonly string[] = ['database', 'document-store', 'external'];

/**
 * Warnings about components that nothing connects to. They are not errors, because something outside of the tier may connect, such as
 * a function in the CDK app of the user.
 */
export function connectionWarnings(tier: Tier): ConnectionWarning[] {
  const gained = gainedService(tier);
  const components = { ...tier.components, ...(gained !== undefined && { [gained.id]: gained.service }) };
  const services = Object.values(components).filter((component): component is Service => component.kind === 'service');
  const consumed = new Set(services.map(({ worksOn }) => worksOn));
  const used = new Set([
    ...services.flatMap(({ uses }) => uses),
    ...Object.values(components).flatMap((component) => {
      if (component.kind === 'load-balancer') return [component.target];
      return component.kind === 'cdn' ? [component.origin] : [];
    }),
    ...(gained !== undefined && gained.usedBy.length > 0 ? [gained.id] : []),
  ]);
  return Object.entries(components).flatMap(([component, { kind, ...fields }]): ConnectionWarning[] => {
    const isUsed = used.has(component);
    if (kind === 'queue') {
      return [
        ...(isUsed ? [] : [{ kind: 'queue-without-sender' as const, component }]),
        ...(consumed.has(component) ? [] : [{ kind: 'queue-without-worker' as const, component }]),
      ];
    }
    if (STORES.includes(kind)) return isUsed ? [] : [{ kind: 'unused-store', component }];
    if (kind !== 'service') return [];
    const { ports, databasePool, uses } = fields as Service;
    const usesDatabase = uses.some((id) => components[id]?.kind === 'database');
    return [
      ...(ports.length === 0 || isUsed ? [] : [{ kind: 'unreached-service' as const, component }]),
      ...(databasePool === 0 || uses.some((id) => POOLED.includes(components[id]?.kind ?? ''))
        ? []
        : [{ kind: 'pool-without-database' as const, component }]),
      ...(databasePool === 0 && usesDatabase ? [{ kind: 'database-without-pool' as const, component }] : []),
    ];
  });
}
