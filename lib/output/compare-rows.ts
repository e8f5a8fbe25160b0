import type { ComparedTier } from '../answers/compare';
import type { EstimatedTier } from '../answers/estimated-tier';
import type { Interval } from '../core/interval';
import type { Usd } from '../core/money';
import { thousands } from '../core/thousands';
import type { PublishedRange } from '../model/scalars';
import type { CostGroup } from '../pricing/estimate';
import { cents, dollars } from './amounts';
import type { Footnotes, Subject } from './footnotes';
import { usersText } from './handled-workload';
import type { Cell, Row } from './report';
import { awsMonthlyUsd, groupsOf, isComplete, sumOf, UNKNOWN } from './sums';
import { builtFrom, differingOptions, formName, spanOf, spanText } from './tier-form';

const NONE = '–';

type Capacity = 'concurrentUsers' | 'requestsPerSecond';

const CAPACITY_WORDS: Readonly<Record<Capacity, string>> = {
  concurrentUsers: 'concurrent users',
  requestsPerSecond: 'requests/s',
};

/** Published capacity of each tier, with its evidence. */
export function capacityRows(forms: readonly EstimatedTier[]): Row[] {
  const rows = (Object.keys(CAPACITY_WORDS) as Capacity[])
    .filter((key) => forms.some(({ blueprint }) => blueprint.published?.[key] !== undefined))
    .map((key) => row(CAPACITY_WORDS[key], forms, ({ blueprint }) => rangeText(blueprint.published?.[key])));
  if (rows.length === 0) return [];
  return [
    ...rows,
    ...operationRows(forms),
    { ...row('evidence', forms, ({ blueprint }) => blueprint.published?.evidence ?? NONE), style: 'muted' },
  ];
}

/** Published figures of operations: one row for each operation and period. */
function operationRows(forms: readonly EstimatedTier[]): Row[] {
  const labels = new Set(forms.flatMap(({ blueprint }) => operationFigures(blueprint).map(({ label }) => label)));
  return [...labels].map((label) =>
    row(label, forms, ({ blueprint }) => rangeText(operationFigures(blueprint).find((figure) => figure.label === label)?.amount)),
  );
}

/** Published figures of operations, with the labels of their rows: `concurrent chats`, `ai-requests/minute`. */
function operationFigures({ published }: EstimatedTier['blueprint']): { readonly label: string; readonly amount: PublishedRange }[] {
  return Object.entries(published?.operations ?? {}).map(([id, { amount, every }]) => ({
    label: every === undefined ? `concurrent ${id}` : `${id}/${every}`,
    amount,
  }));
}

function rangeText(range: PublishedRange | undefined): string {
  return range === undefined ? NONE : spanText(spanOf(range));
}

const RESOURCES = {
  vcpu: { label: 'vCPU required', key: 'vcpu' },
  memory: { label: 'memory required, GiB', key: 'memoryGib' },
  storage: { label: 'storage required, GiB', key: 'storageGib' },
} as const;

/** The resources that the source document requires; where the components do not add up to them, a footnote says why. */
export function resourceRows(forms: readonly EstimatedTier[], footnotes: Footnotes): Row[] {
  if (forms.every(({ blueprint }) => blueprint.published?.resources === undefined)) return [];
  return (Object.keys(RESOURCES) as (keyof typeof RESOURCES)[]).flatMap((subject) => {
    const { label, key } = RESOURCES[subject];
    return noted(label, forms, subject, footnotes, ({ blueprint }) => rangeText(blueprint.published?.resources?.[key]));
  });
}

/** The options in which the columns differ, except those that the headings name. */
export function optionRows(forms: readonly EstimatedTier[]): Row[] {
  const names = forms.map((form) => formName(form, forms));
  if (names.every((name) => name !== '')) return [];
  const named = names.some((name) => name !== '');
  return differingOptions(forms)
    .filter(({ option }) => !(named && option === 'topology'))
    .map(({ label, values }) => ({ cells: [label, ...values] }));
}

/** The chosen instance types by component. */
export function builtRows(forms: readonly EstimatedTier[]): Row[] {
  const ids = [...new Set(forms.flatMap(({ blueprint }) => Object.keys(blueprint.components)))];
  return ids
    .map((id) => row(`  ${id}`, forms, ({ blueprint }) => built(blueprint.components[id])))
    .filter(({ cells }) => cells.slice(1).some((cell) => cell !== NONE))
    .map((built) => ({ ...built, style: 'muted' as const, optional: true }));
}

function built(component: EstimatedTier['blueprint']['components'][string] | undefined): string {
  return (component === undefined ? undefined : builtFrom(component)) ?? NONE;
}

/** The estimate by cost group, in whole dollars. */
export function costRows(forms: readonly EstimatedTier[]): Row[] {
  const groups = groupsOf(forms.flatMap(({ estimate }) => estimate.lineItems.filter((line) => line.state !== 'free')));
  return groups.filter((group) => group !== 'external').map((group) => row(group, forms, (form) => groupCell(form, group)));
}

function groupCell({ estimate }: EstimatedTier, group: CostGroup): string {
  const lines = estimate.lineItems.filter((line) => line.group === group && line.state !== 'free');
  if (lines.length === 0) return NONE;
  return `${dollars(sumOf(lines).mid)}${isComplete(lines) ? '' : UNKNOWN}`;
}

/** Totals of the estimate, and the published cost. */
export function totalRows(forms: readonly ComparedTier[], footnotes: Footnotes): Row[] {
  const money = (label: string, amount: (form: EstimatedTier) => Usd): Row => row(label, forms, (form) => dollars(amount(form)));
  const external: Row[] = forms.every(({ estimate }) => estimate.externalMonthlyUsd.high.isZero())
    ? []
    : [
        { ...money('AWS subtotal', ({ estimate }) => awsMonthlyUsd(estimate).mid), ruleAbove: true },
        money('external services', ({ estimate }) => estimate.externalMonthlyUsd.mid),
      ];
  return [
    ...external,
    { ...row('monthly, mid', forms, totalText), style: 'total', ruleAbove: true },
    { ...money('  low', ({ estimate }) => estimate.monthlyUsd.low), style: 'muted' },
    { ...money('  high', ({ estimate }) => estimate.monthlyUsd.high), style: 'muted' },
    { ...money('  of which assumed usage', ({ estimate }) => assumedUse(estimate.lineItems).mid), style: 'muted' },
    row('expected users', forms, ({ blueprint }) => thousands(String(blueprint.workload.concurrentUsers.mid))),
    { cells: ['users handled, 90% likely', ...forms.map(({ handled }) => usersText(handled))] },
    ...(forms.every((form) => form.handledByPublishedSizes === undefined)
      ? []
      : [{ ...row('  with the published sizes', forms, publishedSizesText), style: 'muted' as const }]),
    { cells: ['per concurrent user', ...forms.map(perUserText)] },
    ...(forms.every(({ blueprint }) => blueprint.published?.monthlyUsd === undefined)
      ? []
      : noted('published cost', forms, 'cost', footnotes, documentText)),
  ];
}

function totalText({ estimate }: EstimatedTier): string {
  return `${dollars(estimate.monthlyUsd.mid)}${isComplete(estimate.lineItems) ? '' : UNKNOWN}`;
}

function assumedUse(lines: EstimatedTier['estimate']['lineItems']): Interval<Usd> {
  return sumOf(lines.filter((line) => line.state === 'usage'));
}

/** Mid of the estimate per expected user that the tier is 90% likely to handle; undefined without users, and where these are unknown. */
export function perUserUsd({ handled, estimate }: ComparedTier): Usd | undefined {
  const { expectedUsers, timesWorkload = 0, users } = handled;
  const counted = timesWorkload >= 1 ? expectedUsers : (users ?? 0);
  return counted > 0 ? estimate.monthlyUsd.mid.div(counted) : undefined;
}

function perUserText(form: ComparedTier): string {
  const amount = perUserUsd(form);
  return amount === undefined ? NONE : cents(amount);
}

function documentText({ blueprint }: EstimatedTier): string {
  const range = blueprint.published?.monthlyUsd;
  return range === undefined ? NONE : `$${rangeText(range)}`;
}

/** A row whose cells have footnotes: next to the text where each cell has at most one, else in a separate row below. */
function noted(
  label: string,
  forms: readonly EstimatedTier[],
  subject: Subject,
  footnotes: Footnotes,
  text: (form: EstimatedTier) => string,
): Row[] {
  const marks = forms.map((form) => footnotes.marksAt(form, subject));
  if (marks.every((some) => some.length <= 1)) {
    return [{ cells: [label, ...forms.map((form, index) => ({ text: text(form), marks: marks[index]?.join('') ?? '' }))] }];
  }
  return [row(label, forms, text), { cells: ['', ...marks.map((some) => some.join(' '))] }];
}

function publishedSizesText({ handledByPublishedSizes }: ComparedTier): string {
  return handledByPublishedSizes === undefined ? NONE : usersText(handledByPublishedSizes);
}

function row<Form extends EstimatedTier>(label: string, forms: readonly Form[], cell: (form: Form) => Cell): Row {
  return { cells: [label, ...forms.map(cell)] };
}
