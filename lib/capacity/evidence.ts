import type { Evidence } from '../model/evidence';

/** From what is only said to what was seen. */
const FROM_WEAK_TO_STRONG: readonly Evidence[] = ['assumed', 'modelled', 'measured'];

/** A result is known as well as the worst known of what it is made of; of nothing, it is computed. */
export function weakest(evidence: readonly Evidence[]): Evidence {
  return FROM_WEAK_TO_STRONG.find((kind) => evidence.includes(kind)) ?? 'modelled';
}
