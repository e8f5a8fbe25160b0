import type { Region } from '../model/options';
import type { Blueprint } from './blueprint';

/** Warnings about the standby regions: their state, and what must be done before they can take over. */
export function standbyWarnings({ options, components }: Blueprint, secondaries: readonly Region[]): string[] {
  const balancers = Object.values(components).some(({ kind }) => kind === 'load-balancer');
  return [
    `${secondaries.join(', ')} are standby regions: services at their minimum, replicated data, an empty cache. Add read replicas, the pooler and a standby of the database after the database is promoted`,
    'promotion is manual: no template starts it, and until then replicas are read-only',
    'push container images to the repositories of each region',
    ...scaleOutWarnings(components),
    ...(Object.values(components).some(({ kind }) => kind === 'cdn')
      ? ['the CDN stays with the bucket of the primary region: files that it has not cached are unavailable until that region is back']
      : []),
    ...(balancers && options.domain === undefined
      ? ['without a domain, health checks report the loss of a region, but users are not moved to another one; set -c domain=example.com']
      : []),
  ];
}

/** Trade-offs of manifests for several regions: each region is a cluster, and no object of a cluster affects another one. */
export function clusterTradeOffs({ published }: Blueprint, secondaries: readonly Region[], copied: readonly string[]): string[] {
  const { rtoMinutes, rpoMinutes } = published;
  const promised = [
    ...(rtoMinutes === undefined ? [] : [`RTO of ${rtoMinutes} min`]),
    ...(rpoMinutes === undefined ? [] : [`RPO of ${rpoMinutes} min`]),
  ];
  return [
    copied.length === 0
      ? `${secondaries.join(', ')} are standby clusters, with services at their minimum and empty data stores: data is not replicated between clusters, so a backup must be restored before a region takes over`
      : `${secondaries.join(', ')} are standby clusters, with services at their minimum; ${copied.join(' and ')} there is replicated through the object storage of the primary region, at most five minutes behind while few writes occur; set spec.replica.enabled to false to promote it. Other data stores are empty`,
    'users are not moved to another region: health checks and DNS are outside the clusters',
    ...(promised.length === 0 ? [] : [`the ${promised.join(' and ')} of the document cannot be met by manifests alone`]),
  ];
}

/** The minimum number of instances in a standby region does not handle the load: scaling out adds to the RTO. */
function scaleOutWarnings(components: Blueprint['components']): string[] {
  const growing = Object.values(components).flatMap((component) => {
    if (component.kind !== 'service' || component.instances.expected === component.instances.min) return [];
    return [`${component.id} ${component.instances.min} of ${component.instances.expected}`];
  });
  return growing.length === 0
    ? []
    : [`a standby region starts with fewer instances than the expected load needs, and scales out: ${growing.join(', ')}`];
}
