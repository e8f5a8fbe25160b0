import { counted } from '../core/number-format';
import type { ExcludedUsage } from '../pricing/estimate';
import type { IncompleteLine, UnpricedError } from '../pricing/unpriced-error';
import { lineReason } from './line-reasons';

/** The lines of an error about an incomplete estimate: a summary, then one line for each line item. */
export function incompleteTexts({
  unpriced,
  derived,
  unknownUsage,
}: Pick<UnpricedError, 'unpriced' | 'derived' | 'unknownUsage'>): string[] {
  return [
    summaryText(unpriced.length, derived.length, unknownUsage.length),
    ...unpriced.map(unpricedText),
    ...derived.map(derivedText),
    ...unknownUsage.map(unknownUsageText),
  ];
}

function summaryText(unpriced: number, derived: number, unknownUsage: number): string {
  const parts = [
    ...(unpriced > 0 ? [`${counted(unpriced, 'line item')} ${unpriced === 1 ? 'has' : 'have'} no price`] : []),
    ...(derived > 0 ? [`${counted(derived, 'line item')} ${derived === 1 ? 'has' : 'have'} a derived price, which --strict refuses`] : []),
    ...(unknownUsage > 0 ? [`the usage of ${counted(unknownUsage, 'item')} is unknown, and --require-usage requires it`] : []),
  ];
  return parts.join('; ');
}

/** Why a line item has no price, with the flag that allows it. */
export function unpricedText(line: IncompleteLine): string {
  return `${subjectText(line)}: ${lineReason(line)}; to exclude it from the estimate, add --allow-unpriced ${line.type}`;
}

/** How to give usage that is unknown. */
export function unknownUsageText(excluded: ExcludedUsage): string {
  return `${subjectText(excluded)}: its usage is unknown; give it in the file of --usage, which --write-usage <file> creates`;
}

/** Why the price of a line item is derived. */
export function derivedText(line: IncompleteLine): string {
  return `${subjectText(line)}, ${line.name}: ${lineReason(line)}`;
}

function subjectText({ type, resource }: Pick<IncompleteLine, 'type' | 'resource'>): string {
  return resource === null ? type : `${type} ${resource}`;
}
