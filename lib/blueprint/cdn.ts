import type { Cdn } from '../model/cdn';
import type { ResolvedCdn } from './blueprint';

export function resolveCdn(id: string, { origin }: Cdn): ResolvedCdn {
  return { kind: 'cdn', id, origin };
}
