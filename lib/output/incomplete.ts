import { counted } from '../core/number-format';
import type { IncompleteLine, UnpricedError } from '../pricing/unpriced-error';
import { lineReason } from './line-reasons';

/** The lines of an error about an incomplete estimate: a summary, then one line for each line item. */
export function incompleteTexts({ unpriced, derived }: Pick<UnpricedError, 'unpriced' | 'derived'>): string[] {
  return [summaryText(unpriced.length, derived.length), ...unpriced.map(unpricedText), ...derived.map(derivedText)];
}

function summaryText(unpriced: number, derived: number): string {
  const parts = [
    ...(unpriced > 0 ? [`${counted(unpriced, 'line item')} ${unpriced === 1 ? 'has' : 'have'} no price`] : []),
    ...(derived > 0 ? [`${counted(derived, 'line item')} ${derived === 1 ? 'has' : 'have'} a derived price, which --strict refuses`] : []),
  ];
  return parts.join('; ');
}

function unpricedText(line: IncompleteLine): string {
  return `${subjectText(line)}: ${lineReason(line)}; to exclude it from the estimate, add --allow-unpriced ${line.type}`;
}

function derivedText(line: IncompleteLine): string {
  return `${subjectText(line)}, ${line.name}: ${lineReason(line)}`;
}

function subjectText({ type, resource }: IncompleteLine): string {
  return resource === null ? type : `${type} ${resource}`;
}
