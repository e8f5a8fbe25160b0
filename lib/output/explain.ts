import type { EstimatedTier } from '../answers/estimated-tier';
import type { ExplainAnswer, InRegion } from '../answers/explain';
import type { InstanceChoice, PartsSum } from '../blueprint/blueprint';
import type { UsageQuantity } from '../contract/usage';
import { counted } from '../core/number-format';
import { thousands } from '../core/thousands';
import type { LineItem } from '../pricing/estimate';
import { cents, intervalText, quantity, quantityOf } from './amounts';
import { blueprintWarningText, tradeOffText } from './blueprint-warnings';
import { priceTerms, priceText } from './estimate';
import { amountText, quantityText, subtotalText } from './line-amounts';
import { lineReason } from './line-reasons';
import { lineRecords } from './line-records';
import { chosenText, rejectedTypesText, rejectionText, requirementText } from './reasons';
import type { Block, Grid, Row, View } from './report';
import { billedLines, componentsOf, linesBy, sumOf, UNKNOWN } from './sums';
import { spanText, tierName } from './tier-form';
import { usageBasisText } from './usage-basis';

/**
 * Explains the cost of a tier: every line as quantity × unit price, with the source of its price, and why each instance type
 * was chosen. With a component, only its lines and choices.
 */
export function explainView(answer: ExplainAnswer): View {
  const { blueprint, estimate, component, lines, choices, usage } = answer;
  const title = [`${blueprint.system.name} ${tierName(answer)}`, ...(component === undefined ? [] : [component]), ...priceTerms(estimate)];
  return {
    blocks: [
      { kind: 'title', text: title.join(' · ') },
      { kind: 'paragraph', text: totalText(lines) },
      ...componentsOf(billedLines(lines)).map((id) => componentGrid(id, lines)),
      ...freeBlocks(lines),
      ...choices.flatMap((choice) => choiceBlocks(choice, component === undefined ? SHOWN_CANDIDATES : Number.POSITIVE_INFINITY)),
      ...usageBlocks(usage),
      ...(component === undefined ? documentBlocks(answer) : []),
    ],
    records: lineRecords(lines),
  };
}

function componentGrid(component: string, all: readonly LineItem[]): Grid {
  const lines = billedLines(all).filter((line) => line.component === component);
  return {
    kind: 'grid',
    columns: [
      { heading: [component], align: 'left', wraps: true },
      { heading: ['quantity × unit price'], align: 'right' },
      { heading: [subtotalText(lines)], align: 'right' },
    ],
    rows: lines.map(lineRow),
  };
}

function lineRow(line: LineItem): Row {
  const what = [`${line.resource ?? line.type}${line.resource === null ? '' : ` (${line.type})`}`, line.state];
  if (line.state === 'unpriced') return { cells: [line.name, '', UNKNOWN], style: 'warning', details: [...what, lineReason(line) ?? ''] };
  const reason = lineReason(line);
  const product = `${quantityOf(quantityText(line), line.unit)} × ${priceText(line)}`;
  const price = [line.sku, line.basis, line.source === null ? null : `${line.source.name}, ${line.source.asOf}`].filter(
    (part) => part !== null,
  );
  return {
    cells: [line.name, product, amountText(line)],
    details: [what.join(' · '), ...rangeText(line), price.join(' · '), ...(reason === null ? [] : [reason])],
  };
}

function rangeText(line: LineItem): string[] {
  if (line.monthlyUsd.low.eq(line.monthlyUsd.high)) return [];
  return [`${quantityOf(intervalText(line.quantity, quantity), line.unit)}: ${intervalText(line.monthlyUsd, cents)}`];
}

function totalText(lines: readonly LineItem[]): string {
  const total = sumOf(lines);
  return `total ${cents(total.mid)}/month${total.low.eq(total.high) ? '' : ` (${intervalText(total, cents)})`}`;
}

/** Free resources by reason, with their types counted. */
function freeBlocks(lines: readonly LineItem[]): Block[] {
  const free = lines.filter((line) => line.state === 'free');
  const byReason = linesBy(free, (line) => lineReason(line) ?? 'free');
  if (free.length === 0) return [];
  const items = [...byReason].map(([reason, same]) => ({ mark: '·', text: `${typesText(same)}: ${reason}` }));
  return [
    { kind: 'heading', text: `Free: ${counted(free.length, 'resource')}` },
    { kind: 'notes', items },
  ];
}

function typesText(lines: readonly LineItem[]): string {
  const counts = linesBy(lines, (line) => line.type);
  return [...counts].map(([type, same]) => (same.length === 1 ? type : `${same.length} ${type}`)).join(', ');
}

/** Rejected candidates that are shown for a whole tier, the nearest first. For one component all are shown. */
const SHOWN_CANDIDATES = 3;

function choiceBlocks(choice: InRegion<InstanceChoice>, most: number): Block[] {
  const hidden = Math.max(0, choice.rejected.length - most);
  return [
    { kind: 'heading', text: `Instance type of ${choice.component}${placeText(choice)}: ${choice.chosen}` },
    {
      kind: 'notes',
      items: [
        { mark: '·', text: `required: ${requirementText(choice.requirement)}` },
        { mark: '✔', text: `${choice.chosen}: ${chosenText(choice.because)}` },
        ...choice.rejected
          .slice(0, most)
          .map((rejection) => ({ mark: '✖', text: `${rejectedTypesText(rejection)}: ${rejectionText(rejection.reason)}` })),
        ...(hidden === 0 ? [] : [{ mark: '·', text: `${hidden} more: add ${choice.component} to the command to list all` }]),
      ],
    },
  ];
}

function placeText({ region }: { readonly region?: string }): string {
  return region === undefined ? '' : ` in ${region}`;
}

function usageBlocks(usage: readonly InRegion<UsageQuantity>[]): Block[] {
  if (usage.length === 0) return [];
  const items = usage.map((use) => ({ mark: '·', text: `${use.component} ${use.key}${placeText(use)}: ${usageBasisText(use.basis)}` }));
  return [
    { kind: 'heading', text: 'Assumed usage' },
    { kind: 'notes', items },
  ];
}

function documentBlocks({ blueprint }: EstimatedTier): Block[] {
  const parts = blueprint.parts.map((part) => ({ mark: part.isInRange ? '✔' : '≠', text: partText(part) }));
  const contradictions = blueprint.contradictions.map(({ about, text }) => ({ mark: '·', text: `${about}: ${text}` }));
  return [
    ...section(
      'Limits of the region',
      blueprint.warnings.map((warning) => ({ mark: '·', text: blueprintWarningText(warning) })),
    ),
    ...section('Sums of the components', parts),
    ...section(
      'Trade-offs of this form',
      blueprint.tradeOffs.map((tradeOff) => ({ mark: '·', text: tradeOffText(tradeOff) })),
    ),
    ...section('Contradictions of the source document', contradictions),
  ];
}

function partText({ resource, unit, sum, published }: PartsSum): string {
  const publishedSum = spanText({ low: published.from, high: published.to, orMore: published.orMore });
  return `${resource}: ${thousands(String(sum))} ${unit}, published ${publishedSum}`;
}

function section(heading: string, items: readonly { readonly mark: string; readonly text: string }[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'notes', items },
      ];
}
