import type { SystemDefinition } from '../model/tier-extension';
import type { DraftNote } from './draft-note';

/** A place in a definition: `['tiers', 0, 'components', 'api']`. */
export type DraftPath = readonly (string | number)[];

/** A note that belongs to a place of the definition. */
export interface DraftComment {
  /** The place; empty for the whole definition. */
  readonly path: DraftPath;
  /** The note. */
  readonly note: DraftNote;
}

/** A first definition of a system, to be completed by its owner. */
export interface Draft {
  /** The definition, in the order in which it is written. */
  readonly system: SystemDefinition;
  /** Notes about places of the definition: comments in formats that have them. */
  readonly comments: readonly DraftComment[];
  /** Notes about parts of the source that the definition does not contain. */
  readonly omitted: readonly DraftNote[];
}
