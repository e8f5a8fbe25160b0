import type { DiffAnswer } from '../answers/diff';
import { counted } from '../core/number-format';
import { LimitExceededError } from '../core/problems';
import { changesGrid, hasCost, othersText, titleText, totalText } from './diff';
import { exceededLimitText } from './exceeded-limits';
import { incompleteTexts } from './incomplete';
import { mergedIncomplete } from './merged-incomplete';
import type { Block, Comment } from './report';

/** A pipeline finds its comment by this text, so it never changes. */
const MARKER = 'sizing diff';

/** Rows of a table that reviewers read without scrolling. A longer table is collapsed. */
const SHOWN_ROWS = 20;

/** The change as a comment of a pull request: its total, the limits that it exceeds, and its resources. */
export function diffComment(answer: DiffAnswer, failures: readonly Error[]): Comment {
  const priced = answer.changes.filter(hasCost);
  const grid = changesGrid(answer, priced);
  const isLong = grid.rows.length > SHOWN_ROWS;
  const shown: readonly Block[] = [
    { kind: 'title', text: totalText(answer) },
    { kind: 'paragraph', text: titleText(answer) },
    ...limitsOf(failures),
    ...(priced.length === 0 || isLong ? [] : [grid]),
    { kind: 'paragraph', text: othersText(answer) },
  ];
  if (!isLong) return { marker: MARKER, blocks: shown };
  return {
    marker: MARKER,
    blocks: shown,
    details: { summary: `${counted(priced.length, 'resource')} with a changed cost`, blocks: [grid] },
  };
}

function limitsOf(failures: readonly Error[]): readonly Block[] {
  const exceeded = failures.filter((failure) => failure instanceof LimitExceededError).map(({ limit }) => exceededLimitText(limit));
  const [summary = '', ...causes] = incompleteTexts(mergedIncomplete(failures));
  const texts = [...(causes.length === 0 ? [] : [summary]), ...exceeded];
  return texts.length === 0 ? [] : [{ kind: 'notes', items: texts.map((text) => ({ mark: '✖', text })) }];
}
