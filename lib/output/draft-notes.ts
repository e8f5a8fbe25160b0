import type { DraftNote } from '../draft/draft-note';

/** The sentence of a note, without a period at its end. */
export function draftNoteText(note: DraftNote): string {
  switch (note.kind) {
    case 'example':
      return 'An example: replace components, sizes and users by those of your system';
    case 'demands-to-measure':
      return 'Amounts and demands are examples to measure, for instance with a load test and `npx sizing fit`';
  }
}
