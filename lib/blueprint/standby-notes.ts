import type { Region } from '../model';
import type { Blueprint } from './blueprint';

/** What somebody has to know, or to do, before the other regions can take over. */
export function standbyNotes({ options, components }: Blueprint, secondaries: readonly Region[]): string[] {
  const balancers = Object.values(components).some(({ kind }) => kind === 'load-balancer');
  return [
    `${secondaries.join(', ')} stand by: services at their least, a copy of the data, an empty cache; read replicas, the pooler and a standby of the database are added after its promotion`,
    'promotion is a decision of people: no template starts it, and until then the copies are read-only',
    'container images are pushed to the repositories of each region',
    ...scaleOutNotes(components),
    ...(Object.values(components).some(({ kind }) => kind === 'cdn')
      ? ['the CDN stays with the files of the first region: what it has not cached is missing until they are back']
      : []),
    ...(balancers && options.domain === undefined
      ? ['without a domain health checks tell when a region is down, and nothing moves users: -c domain=example.com does']
      : []),
  ];
}

/** The least that stands by is not what the load needs: somebody who counts minutes has to count these too. */
function scaleOutNotes(components: Blueprint['components']): string[] {
  const growing = Object.values(components).flatMap((component) => {
    if (component.kind !== 'service' || component.instances.expected === component.instances.min) return [];
    return [`${component.id} ${component.instances.min} of ${component.instances.expected}`];
  });
  return growing.length === 0
    ? []
    : [`a region that takes over starts with fewer instances than the expected load needs, and scales out: ${growing.join(', ')}`];
}
