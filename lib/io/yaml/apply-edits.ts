import type { TextEdit } from '../../core/text-edit';
import { Lines } from './lines';

/** A text with edits, and those that were made. */
export interface EditedText<E> {
  /** The text after the edits. */
  readonly text: string;
  /** The edits that were made, in the order of the text. An edit that overlaps an earlier one is left out. */
  readonly made: readonly E[];
}

/** Makes the edits of the owners in a text. */
export function applyEdits<E extends { readonly edit: TextEdit }>(text: string, owners: readonly E[]): EditedText<E> {
  const lines = new Lines(text);
  const placed = owners
    .map((owner) => ({
      owner,
      start: lines.positionOf(owner.edit.startLine, owner.edit.startColumn),
      end: lines.positionOf(owner.edit.endLine, owner.edit.endColumn),
    }))
    .sort((a, b) => a.start - b.start);
  const made: E[] = [];
  let [result, done] = ['', 0];
  for (const { owner, start, end } of placed) {
    if (start < done) continue;
    result += text.slice(done, start) + owner.edit.text;
    done = end;
    made.push(owner);
  }
  return { text: result + text.slice(done), made };
}
