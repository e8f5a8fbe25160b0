import type { Region } from '../model/options';
import type { Blueprint } from './blueprint';

/** What somebody has to know, or to do, before the other regions can take over. */
export function standbyWarnings({ options, components }: Blueprint, secondaries: readonly Region[]): string[] {
  const balancers = Object.values(components).some(({ kind }) => kind === 'load-balancer');
  return [
    `${secondaries.join(', ')} stand by: services at their least, a copy of the data, an empty cache; read replicas, the pooler and a standby of the database are added after its promotion`,
    'promotion is a decision of people: no template starts it, and until then the copies are read-only',
    'container images are pushed to the repositories of each region',
    ...scaleOutWarnings(components),
    ...(Object.values(components).some(({ kind }) => kind === 'cdn')
      ? ['the CDN stays with the files of the first region: what it has not cached is missing until they are back']
      : []),
    ...(balancers && options.domain === undefined
      ? ['without a domain health checks tell when a region is down, and nothing moves users: -c domain=example.com does']
      : []),
  ];
}

/** What manifests cannot do for several regions: each of them is a cluster, and no object of one reaches another. */
export function clusterTradeOffs({ published }: Blueprint, secondaries: readonly Region[], copied: readonly string[]): string[] {
  const { rtoMinutes, rpoMinutes } = published;
  const promised = [
    ...(rtoMinutes === undefined ? [] : [`RTO of ${rtoMinutes} min`]),
    ...(rpoMinutes === undefined ? [] : [`RPO of ${rpoMinutes} min`]),
  ];
  return [
    copied.length === 0
      ? `${secondaries.join(', ')} stand by in clusters of their own, with services at their least and data stores that are empty: nothing copies data between clusters, so a region that takes over starts from a backup that somebody restores`
      : `${secondaries.join(', ')} stand by in clusters of their own, with services at their least; ${copied.join(' and ')} there follows the object storage of the first region, five minutes behind at the worst while little is written, until somebody sets spec.replica.enabled to false; other data stores are empty`,
    'nothing moves users to another region: health checks and DNS are outside of any cluster',
    ...(promised.length === 0
      ? []
      : [`the ${promised.join(' and ')} of the document ${promised.length === 1 ? 'is' : 'are'} not met by manifests alone`]),
  ];
}

/** The least that stands by is not what the load needs: somebody who counts minutes has to count these too. */
function scaleOutWarnings(components: Blueprint['components']): string[] {
  const growing = Object.values(components).flatMap((component) => {
    if (component.kind !== 'service' || component.instances.expected === component.instances.min) return [];
    return [`${component.id} ${component.instances.min} of ${component.instances.expected}`];
  });
  return growing.length === 0
    ? []
    : [`a region that takes over starts with fewer instances than the expected load needs, and scales out: ${growing.join(', ')}`];
}
