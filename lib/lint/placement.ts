import type { ManifestObject } from '../manifests/manifest-object';
import { at, stringAt } from '../manifests/values';
import type { ClusterSettings } from './lint-context';

const ZONE_KEYS: readonly string[] = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'];
const REGION_KEYS: readonly string[] = ['topology.kubernetes.io/region', 'failure-domain.beta.kubernetes.io/region'];

/** Number of topology domains of a key; undefined for nodes, whose number is not known. */
export function domainsOf(topologyKey: string, { zones }: ClusterSettings): number | undefined {
  if (ZONE_KEYS.includes(topologyKey)) return zones;
  return REGION_KEYS.includes(topologyKey) ? 1 : undefined;
}

/** Default of maxUnavailable. Source: Kubernetes documentation, Deployment, rolling update. */
const DEFAULT_SHARE = '25%';

/**
 * Number of pods that a rollout adds before it removes one: 1 when maxUnavailable is 0, else 0. A percentage is rounded
 * down, so 25% of up to three pods is 0.
 */
export function surgeOf({ kind, raw }: ManifestObject, replicas: number): number {
  if (kind !== 'Deployment' || stringAt(raw, 'spec', 'strategy', 'type') === 'Recreate') return 0;
  const written = at(raw, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable') ?? DEFAULT_SHARE;
  const percent = /^(\d+)%$/.exec(String(written))?.[1];
  const unavailable = percent === undefined ? Number(written) : Math.floor((Number(percent) / 100) * replicas);
  return unavailable > 0 ? 0 : 1;
}
