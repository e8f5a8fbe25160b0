import type { DiffAnswer } from '../answers/diff';
import { CHANGE_KINDS, type ChangeKind } from '../core/change-kind';
import type { Interval } from '../core/interval';
import { toCents, type Usd } from '../core/money';
import { counted, percent } from '../core/number-format';
import type { LineItem } from '../pricing/estimate';
import type { ResourceCostChange } from '../pricing/estimate-changes';
import { cents, change } from './amounts';
import { priceTerms } from './estimate';
import type { Block, Grid, Row, View } from './report';
import { excludedUsageText, isComplete, UNKNOWN } from './sums';

/** The amount of a charge that only usage decides, which is not declared. */
const USAGE = 'usage';
const SIGNS: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '−', changed: '~' };

/** The changes with their cost, those with the largest change first, and the change of the total. */
export function diffView(answer: DiffAnswer): View {
  return { blocks: [{ kind: 'title', text: titleText(answer) }, ...bodyOf(answer)], records: recordsOf(answer) };
}

/** `before/cdk.out → cdk.out`, with the region and the age of the prices. */
export function titleText({ before, after }: DiffAnswer): string {
  return [`${before.subject} → ${after.subject}`, ...priceTerms(before.estimate, after.estimate)].join(' · ');
}

function bodyOf(answer: DiffAnswer): readonly Block[] {
  const priced = answer.changes.filter(hasCost);
  return [
    ...(priced.length === 0 ? [] : [changesGrid(answer, priced)]),
    { kind: 'paragraph', text: totalText(answer) },
    { kind: 'paragraph', text: othersText(answer) },
  ];
}

/** Whether a resource is billed on a side: it has an amount, a charge that only usage decides, or an unknown price. */
export function hasCost({ from, to, fromLines, toLines }: ResourceCostChange): boolean {
  return !from.high.isZero() || !to.high.isZero() || [...fromLines, ...toLines].some(({ state }) => state !== 'free');
}

/** Whether only usage that is not declared decides what a resource costs on both sides. */
export function isOfUsage({ from, to, fromLines, toLines }: ResourceCostChange): boolean {
  const lines = [...fromLines, ...toLines];
  return from.high.isZero() && to.high.isZero() && isComplete(lines) && lines.some(excludesUsage);
}

function excludesUsage({ excludesUsage: excluded }: LineItem): boolean {
  return excluded === true;
}

/** Changes with the lines that differ, and the change of the total. */
export function changesGrid({ before, after }: DiffAnswer, changes: readonly ResourceCostChange[]): Grid {
  const [from, to] = [before.estimate.monthlyUsd.mid, after.estimate.monthlyUsd.mid];
  return {
    kind: 'grid',
    columns: [
      { heading: ['change'], align: 'left', wraps: true },
      { heading: ['before'], align: 'right' },
      { heading: ['after'], align: 'right' },
      { heading: ['$/month'], align: 'right' },
    ],
    rows: [
      ...changes.flatMap(rowsOf),
      { cells: ['monthly, mid', cents(from), cents(to), change(to.minus(from))], style: 'total', ruleAbove: true },
    ],
  };
}

function rowsOf(each: ResourceCostChange): readonly Row[] {
  const { change: kind, type, resource, component, fromLines, toLines, from, to, changeUsd } = each;
  const isKnown = isComplete([...fromLines, ...toLines]);
  const ofUsage = isOfUsage(each);
  return [
    {
      cells: [
        `${SIGNS[kind]} ${resource ?? component} (${type})`,
        kind === 'added' ? '–' : amountOf(from, fromLines),
        kind === 'removed' ? '–' : amountOf(to, toLines),
        ofUsage ? USAGE : isKnown ? change(changeUsd.mid) : UNKNOWN,
      ],
    },
    // All lines of a resource that is added or removed are usage then, as its own row says.
    ...(ofUsage && kind !== 'changed' ? [] : lineRows(fromLines, toLines)),
  ];
}

function amountOf({ mid, high }: Interval<Usd>, lines: readonly LineItem[]): string {
  if (!isComplete(lines)) return UNKNOWN;
  return high.isZero() && lines.some(excludesUsage) ? USAGE : cents(mid);
}

/** Each changed line with its cost before: a kind that both sides have once is one row. */
function lineRows(fromLines: readonly LineItem[], toLines: readonly LineItem[]): readonly Row[] {
  const pairOf = (line: LineItem) => {
    const [same, ...others] = toLines.filter(({ kind }) => kind === line.kind);
    const isOnly = others.length === 0 && fromLines.filter(({ kind }) => kind === line.kind).length === 1;
    return isOnly ? same : undefined;
  };
  const paired = new Set(fromLines.map(pairOf));
  return [
    ...fromLines.map((line) => rowOf(line, pairOf(line))),
    ...toLines.filter((line) => !paired.has(line)).map((line) => rowOf(undefined, line)),
  ].filter((row) => row !== undefined);
}

function rowOf(from: LineItem | undefined, to: LineItem | undefined): Row | undefined {
  const shown = [from, to].filter((line) => line !== undefined && line.state !== 'free');
  if (shown.length === 0) return undefined;
  const name = from === undefined || to === undefined || from.name === to.name ? (to ?? from)?.name : `${from.name} → ${to.name}`;
  return { cells: [`    ${name ?? ''}`, lineAmount(from), lineAmount(to), ''], style: 'muted' };
}

function lineAmount(line: LineItem | undefined): string {
  if (line === undefined) return '–';
  return amountOf(line.monthlyUsd, [line]);
}

/** `+$41.20/month (+3%), from $1,329.00 to $1,370.20 (mid)`, with the usage that the totals exclude. */
export function totalText({ before, after }: DiffAnswer): string {
  const [from, to] = [before.estimate.monthlyUsd.mid, after.estimate.monthlyUsd.mid];
  const difference = to.minus(from);
  const share =
    from.isZero() || difference.isZero()
      ? ''
      : ` (${difference.isNegative() ? '−' : '+'}${percent(difference.abs().div(from).toNumber())})`;
  const incomplete = [before, after].some(({ estimate }) => !isComplete(estimate.lineItems));
  const excluded = excludedUsageText(after.estimate);
  const limits = [...(incomplete ? ['incomplete: some prices are unknown'] : []), ...(excluded === '' ? [] : [excluded])];
  return `${change(difference)}/month${share}, from ${cents(from)} to ${cents(to)}${limits.length === 0 ? '' : `; ${limits.join('; ')}`}`;
}

/** `Without a cost: 1 added; 4 resources unchanged`. */
export function othersText({ changes, unchanged }: DiffAnswer): string {
  const others = changes.filter((each) => !hasCost(each));
  const parts = CHANGE_KINDS.flatMap((kind) => {
    const count = others.filter((each) => each.change === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const start = parts.length === 0 ? '' : `Without a cost: ${parts.join(', ')}; `;
  return `${start}${counted(unchanged, 'resource')} unchanged`;
}

function recordsOf({ changes }: DiffAnswer): View['records'] {
  return {
    columns: ['change', 'component', 'type', 'resource', 'from_mid_usd', 'to_mid_usd', 'change_mid_usd'],
    rows: changes.map(({ change: kind, component, type, resource, from, to, changeUsd }) => [
      kind,
      component,
      type,
      resource ?? '',
      toCents(from.mid),
      toCents(to.mid),
      toCents(changeUsd.mid),
    ]),
  };
}
