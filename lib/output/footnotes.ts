import type { EstimatedTier } from '../answers/estimated-tier';
import type { Contradiction } from '../model/tier';

/**
 * Rows of a comparison that can have footnotes, from top to bottom: resources and cost. Contradictions about capacity,
 * latency and settings are counted here and listed by `explain`.
 */
const SUBJECTS = ['vcpu', 'memory', 'storage', 'cost'] as const;
/** Subject of a footnote. */
export type Subject = (typeof SUBJECTS)[number];

/** The contradictions that a comparison shows, numbered in the order in which a reader meets their marks. */
export interface Footnotes {
  /** Marks of the cell of a form in the row of a subject. */
  marksAt(form: EstimatedTier, subject: Subject): readonly string[];
  /** Footnotes in the order of their marks. */
  readonly notes: readonly { readonly mark: string; readonly text: string; readonly contradiction: Contradiction }[];
  /** Contradictions without a cell of their own: known, but not shown here. */
  readonly others: readonly Contradiction[];
}

/** Numbers the contradictions of the compared tiers. */
export function footnotesOf(forms: readonly EstimatedTier[]): Footnotes {
  const all = [...new Map(forms.flatMap(({ blueprint }) => blueprint.contradictions).map((one) => [one.id, one])).values()];
  const shown = SUBJECTS.flatMap((subject) => all.filter((one) => one.about === subject && concerned(one, forms).length > 0));
  const numbered = shown.map((contradiction, index) => ({ contradiction, mark: superscript(index + 1), text: contradiction.text }));
  return {
    notes: numbered,
    others: all.filter((one) => !shown.includes(one)),
    marksAt: (form, subject) =>
      numbered
        .filter(({ contradiction }) => contradiction.about === subject && concerned(contradiction, [form]).length > 0)
        .map(({ mark }) => mark),
  };
}

/** Forms of the tiers that a contradiction names. One that names no tier is about the system and has no cell. */
function concerned(contradiction: Contradiction, forms: readonly EstimatedTier[]): EstimatedTier[] {
  return forms.filter(({ blueprint }) => contradiction.tiers?.includes(blueprint.tier.id));
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(number: number): string {
  return [...String(number)].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
}
