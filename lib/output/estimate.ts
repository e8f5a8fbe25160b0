import type { Interval } from '../core/interval';
import type { Usd } from '../core/money';
import { counted, percent } from '../core/number-format';
import type { Estimate, LineItem } from '../pricing/estimate';
import { cents, intervalText, unitPrice } from './amounts';
import { distinctLines } from './distinct-lines';
import { amountText, isUndeclared, NO_QUANTITY, quantityText, subtotalText } from './line-amounts';
import { lineReason } from './line-reasons';
import { lineRecords } from './line-records';
import type { Block, Cell, Grid, Row, View } from './report';
import { awsMonthlyUsd, billedLines, excludedUsageText, isComplete, linesBy, UNKNOWN } from './sums';

/** One estimate: line items by component, then totals. */
export function estimateView(subject: string, estimate: Estimate): View {
  return {
    blocks: [
      { kind: 'title', text: [subject, ...priceTerms(estimate)].join(' · ') },
      linesGrid(estimate),
      ...legend(estimate.lineItems),
      { kind: 'paragraph', text: resourcesText(estimate) },
    ],
    // Computed for CSV only, as the table has other rows.
    get records() {
      return lineRecords(estimate.lineItems);
    },
  };
}

/** Region, terms and age of the prices, on which every amount depends. */
export function priceTerms(...estimates: readonly Estimate[]): string[] {
  const regions = [...new Set(estimates.map((estimate) => estimate.region))];
  const dates = estimates.flatMap((estimate) => estimate.priceDate ?? []).sort();
  const derived = Math.max(0, ...estimates.map((estimate) => estimate.derivedShare));
  const share = derived === 0 ? '' : ` (${estimates.length > 1 ? 'up to ' : ''}${percent(derived)} derived)`;
  return [regions.join(', '), 'on demand', dates[0] === undefined ? 'no prices used' : `list prices of ${dates[0]} or newer${share}`];
}

/** `412 resources: 96 priced, 41 usage, 275 free, 0 unpriced`. */
export function resourcesText(...estimates: readonly Estimate[]): string {
  const sum = (state: keyof Estimate['resources']) => estimates.reduce((total, estimate) => total + estimate.resources[state], 0);
  return `${counted(sum('total'), 'resource')}: ${sum('priced')} priced, ${sum('usage')} usage, ${sum('free')} free, ${sum('unpriced')} unpriced`;
}

function linesGrid(estimate: Estimate): Grid {
  const lines = billedLines(estimate.lineItems).filter(isExpected);
  return {
    kind: 'grid',
    columns: [
      { heading: ['item'], align: 'left', wraps: true },
      { heading: ['quantity'], align: 'right' },
      { heading: ['unit'], align: 'left' },
      { heading: ['unit price'], align: 'right' },
      { heading: ['$/month'], align: 'right' },
    ],
    rows: [
      ...[...linesBy(lines, (line) => line.component)].flatMap(([component, own]) => componentRows(component, own)),
      ...totalRows(estimate),
    ],
  };
}

/** Excludes node types that run only at low or high load; the table of nodes has them. */
function isExpected({ type, quantity: { mid } }: LineItem): boolean {
  return type !== 'Node' || !mid.isZero();
}

function componentRows(component: string, lines: readonly LineItem[]): Row[] {
  return [{ cells: [component, '', '', '', subtotalText(lines)], style: 'group' }, ...distinctLines(lines).map(lineRow)];
}

function lineRow(line: LineItem): Row {
  const name = `  ${line.name}`;
  if (line.state === 'unpriced') return { cells: [name, '', '', 'unpriced', UNKNOWN], style: 'warning', details: reasons(line) };
  return { cells: [name, quantityCell(line), line.unit, priceCell(line), amountText(line)] };
}

function reasons(line: LineItem): string[] {
  const reason = lineReason(line);
  return reason === null ? [] : [reason];
}

const ASSUMED = '*';
const DERIVED = '†';

function quantityCell(line: LineItem): Cell {
  return { text: quantityText(line), marks: isAssumed(line) ? ASSUMED : '' };
}

/** Whether the quantity is an assumption that a template or manifest declares. */
function isAssumed(line: LineItem): boolean {
  return line.state === 'usage' && !isUndeclared(line);
}

function priceCell(line: LineItem): Cell {
  return { text: priceText(line), marks: line.basis === 'derived' ? DERIVED : '' };
}

/** The unit price, or both ends where it is a range. */
export function priceText(line: LineItem): string {
  const range = line.unitPriceRangeUsd;
  return range === undefined ? unitPrice(line.unitPriceUsd) : intervalText({ ...range, mid: range.low }, unitPrice);
}

function totalRows(estimate: Estimate): Row[] {
  const total = (label: string, amount: Interval<Usd>): Row => ({ cells: [label, '', '', '', cents(amount.mid)], style: 'plain' });
  const external = estimate.externalMonthlyUsd.high.isZero()
    ? []
    : [total('AWS subtotal', awsMonthlyUsd(estimate)), total('external services', estimate.externalMonthlyUsd)];
  const [first, ...others]: Row[] = [
    ...external,
    { ...total(`monthly, mid${limitsOfTotal(estimate)}`, estimate.monthlyUsd), style: 'total' },
    { cells: ['  low', '', '', '', cents(estimate.monthlyUsd.low)], style: 'muted' },
    { cells: ['  high', '', '', '', cents(estimate.monthlyUsd.high)], style: 'muted' },
  ];
  return first === undefined ? [] : [{ ...first, ruleAbove: true }, ...others];
}

/** Exclusions of the total in brackets: `(incomplete; excludes usage of 3 resources)`. */
function limitsOfTotal(estimate: Estimate): string {
  const limits = [isComplete(estimate.lineItems) ? '' : 'incomplete', excludedUsageText(estimate)].filter((text) => text !== '');
  return limits.length === 0 ? '' : ` (${limits.join('; ')})`;
}

function legend(lines: readonly LineItem[]): Block[] {
  const items = [
    { mark: ASSUMED, text: 'assumed usage: no resource contains this quantity', shown: lines.some(isAssumed) },
    { mark: NO_QUANTITY, text: 'usage that is not declared: the total excludes it', shown: lines.some(isUndeclared) },
    { mark: DERIVED, text: 'derived from the list price of another region or type', shown: lines.some((line) => line.basis === 'derived') },
  ].filter((item) => item.shown);
  return items.length === 0 ? [] : [{ kind: 'notes', items }];
}
