import type { Cdn } from '../model/cdn';
import type { ResolvedCdn } from './resolved-component';

/** Resolves a CDN. */
export function resolveCdn(id: string, { origin }: Cdn): ResolvedCdn {
  return { kind: 'cdn', id, origin };
}
