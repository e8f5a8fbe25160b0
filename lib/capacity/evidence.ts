import type { Evidence } from '../model/evidence';

/** Kinds of evidence, the weakest first. */
const FROM_WEAK_TO_STRONG: readonly Evidence[] = ['assumed', 'modelled', 'measured'];

/** The weakest evidence of the parts of a result; `modelled` for a result without parts. */
export function weakest(evidence: readonly Evidence[]): Evidence {
  return FROM_WEAK_TO_STRONG.find((kind) => evidence.includes(kind)) ?? 'modelled';
}
