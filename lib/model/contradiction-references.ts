import { type ReferenceProblem, unknownWord } from './reference-problem';
import type { Contradiction, Tier } from './tier';

/** The parts of a system that its contradictions refer to. */
interface ContradictionParts {
  /** Contradictions of the document. */
  readonly contradictions: readonly Contradiction[];
  /** Tiers. */
  readonly tiers: readonly Pick<Tier, 'id'>[];
}

/** Contradictions with an id that another one has, of which a comparison would show one, and tiers that do not exist. */
export function contradictionProblems({ contradictions, tiers }: ContradictionParts): ReferenceProblem[] {
  const ids = tiers.map(({ id }) => id);
  return contradictions.flatMap(({ id, tiers: named = [] }, index) => {
    const path = ['contradictions', index];
    const isTaken = contradictions.findIndex((other) => other.id === id) !== index;
    return [
      ...(isTaken ? [{ path: [...path, 'id'], input: id, message: 'an id that is unique among the contradictions' }] : []),
      ...named.flatMap((tier, position) => (ids.includes(tier) ? [] : [unknownWord([...path, 'tiers', position], tier, ids, 'a tier')])),
    ];
  });
}
