import type { ManifestObject } from '../manifests/manifest-object';
import { at, textAt } from '../manifests/values';
import type { ClusterSettings } from './lint-context';

const ZONE_KEYS: readonly string[] = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'];
const REGION_KEYS: readonly string[] = ['topology.kubernetes.io/region', 'failure-domain.beta.kubernetes.io/region'];

/** How many places a topology key tells apart; undefined for nodes, of which there are as many as are needed. */
export function domainsOf(topologyKey: string, { zones }: ClusterSettings): number | undefined {
  if (ZONE_KEYS.includes(topologyKey)) return zones;
  return REGION_KEYS.includes(topologyKey) ? 1 : undefined;
}

/** What a Deployment does by default. Source: Kubernetes documentation, Deployment, rolling update. */
const DEFAULT_SHARE = '25%';

/**
 * How many pods a rollout needs beside all others: one, where it may take none away first. A share that may be missing
 * is rounded down, so with up to three pods a quarter is none.
 */
export function surgeOf({ kind, raw }: ManifestObject, replicas: number): number {
  if (kind !== 'Deployment' || textAt(raw, 'spec', 'strategy', 'type') === 'Recreate') return 0;
  const written = at(raw, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable') ?? DEFAULT_SHARE;
  const percent = /^(\d+)%$/.exec(String(written))?.[1];
  const unavailable = percent === undefined ? Number(written) : Math.floor((Number(percent) / 100) * replicas);
  return unavailable > 0 ? 0 : 1;
}
