import type { LineItem } from '../pricing/estimate';
import { cents, quantity } from './amounts';
import { isComplete, sumOf, UNKNOWN } from './sums';

/** Quantity of a line whose usage is not declared. */
export const NO_QUANTITY = '–';
/** Cost of a line whose usage is not declared: it depends on the usage. */
const BY_USAGE = 'usage';

/** Whether no usage of a line is declared at all: its quantity and cost are unknown, and no total includes them. */
export function isUndeclared({ excludesUsage, quantity: { high } }: LineItem): boolean {
  return excludesUsage === true && high.isZero();
}

/** `730`; `≥ 12` where a part of the usage is not declared, `–` where no usage is. */
export function quantityText(line: LineItem): string {
  return isUndeclared(line) ? NO_QUANTITY : `${boundText(line)}${quantity(line.quantity.mid)}`;
}

/** `$70.08`; `≥ $0.10` where a part of the usage is not declared, `usage` where no usage is. */
export function amountText(line: LineItem): string {
  return isUndeclared(line) ? BY_USAGE : `${boundText(line)}${cents(line.monthlyUsd.mid)}`;
}

/** Whether quantity and cost of a line are known, at least in part. */
export function isKnown(line: LineItem): boolean {
  return line.state !== 'unpriced' && !isUndeclared(line);
}

function boundText({ excludesUsage }: LineItem): string {
  return excludesUsage === true ? '≥ ' : '';
}

/** The sum of lines, with `?` where a price is missing; only `?` or `usage` where no line has a known cost. */
export function subtotalText(lines: readonly LineItem[]): string {
  if (!lines.some(isKnown)) return isComplete(lines) ? BY_USAGE : UNKNOWN;
  return `${cents(sumOf(lines).mid)}${isComplete(lines) ? '' : UNKNOWN}`;
}
