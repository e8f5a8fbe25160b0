import type { CapacityAnswer } from '../answers/capacity';
import type { Capacity, CapacityRow, OperationCapacity } from '../capacity/capacity';
import type { PublishedComparison } from '../capacity/comparison';
import type { Explanation } from '../capacity/explanation';
import type { NotCompared } from '../capacity/figures';
import type { FormulaResult } from '../capacity/formulas';
import type { ScenarioResult } from '../capacity/published';
import type { Interval } from '../core/interval';
import { percent } from '../core/number-format';
import { withUnit } from './amounts';
import { figure, figures, handledUsers, periodForRate, publishedText, rateOver, shares } from './capacity-amounts';
import { explanationText, subjectText } from './explanations';
import { latencyGrid } from './latency';
import { notComparedText } from './not-compared';
import { replicationLagGrid } from './replication-lag';
import type { Block, Grid, View } from './report';
import { noLimitText, supplyBasisText } from './supply';
import { tooSmallText } from './too-small';
import { userActivityBlocks } from './user-activity';

/** Resources, operations and published figures of one tier. */
export function capacityView(answer: CapacityAnswer, explain = false): View {
  const { blueprint, capacity, latencies } = answer;
  return {
    blocks: [
      { kind: 'title', text: `${blueprint.system.name} ${blueprint.tier.id} · capacity at the maximum number of instances` },
      ...limitBlocks(capacity),
      resourcesGrid(capacity.rows),
      operationsGrid(capacity.operations),
      ...(latencies.length === 0 ? [] : [latencyGrid(latencies)]),
      ...(answer.replicationLags.length === 0 ? [] : [replicationLagGrid(answer.replicationLags)]),
      ...userActivityBlocks(capacity.userActivity),
      ...(answer.comparisons.length === 0 ? [] : [{ kind: 'heading' as const, text: 'Published figures' }]),
      ...publishedBlocks(answer),
      ...diskBlocks(capacity),
      ...(explain ? derivationBlocks(capacity) : []),
    ],
    records: {
      columns: [
        'component',
        'resource',
        'part',
        'unit',
        'supplied',
        'base',
        'load',
        'threshold',
        'utilization',
        'timesWorkload',
        'limitsInShare',
        'evidence',
      ],
      rows: capacity.rows.map((row) => [
        row.component,
        row.resource,
        row.part,
        row.unit,
        String(row.supplied.mid),
        String(row.base.mid),
        String(row.demands.reduce((sum, { load }) => sum + load.mid, 0)),
        String(row.threshold.share),
        String(row.utilization.mid),
        Number.isFinite(row.timesWorkload.mid) ? String(row.timesWorkload.mid) : 'unknown',
        String(row.limitsInShare),
        row.evidence,
      ]),
    },
  };
}

/** The figures, use cases and rules that the document publishes for a tier, each compared with the model. */
export function publishedBlocks({
  comparisons,
  notCompared,
  scenarios,
  formulas,
}: Pick<CapacityAnswer, 'comparisons' | 'notCompared' | 'scenarios' | 'formulas'>): Block[] {
  return [
    ...(comparisons.length === 0 ? [] : [publishedGrid(comparisons)]),
    ...(scenarios.length === 0 ? [] : [scenariosGrid(scenarios)]),
    ...(formulas.length === 0 ? [] : [formulasGrid(formulas)]),
    ...notComparedBlocks(notCompared),
  ];
}

/** Capacity of a tier, and the resource that is the first to reach its threshold. */
export function limitBlocks({ limit, concurrentUsers, timesWorkload, unknown }: Capacity): Block[] {
  if (unknown.length > 0) {
    const items = unknown.map(({ subject, missing }) => ({ mark: '?', text: `unknown ${subject}: add ${missing}` }));
    return [
      { kind: 'paragraph', text: 'capacity: unknown' },
      { kind: 'notes', items },
    ];
  }
  if (limit === undefined) return [{ kind: 'paragraph', text: 'capacity: unknown, because the workload has no load' }];
  const users = concurrentUsers.mid > 0 ? `${handledUsers(concurrentUsers)} users with an open session, ` : '';
  const known = `${limit.component} ${limit.resource} is the first to reach its threshold of ${percent(limit.threshold.share)}, in ${percent(limit.limitsInShare)} of the samples`;
  return [{ kind: 'paragraph', text: `handles ${users}${figures(timesWorkload)} times the workload; ${known} (${limit.evidence})` }];
}

/** Every resource, the scarcest first. */
function resourcesGrid(rows: readonly CapacityRow[]): Grid {
  const scarcest = [...rows].sort((left, right) => left.timesWorkload.mid - right.timesWorkload.mid);
  return {
    kind: 'grid',
    columns: [
      { heading: ['resource'], align: 'left' },
      { heading: ['supply'], align: 'right' },
      { heading: ['utilization'], align: 'right' },
      { heading: ['threshold'], align: 'right' },
      { heading: ['times the', 'workload'], align: 'right' },
      { heading: ['evidence'], align: 'left' },
    ],
    rows: scarcest.map((row) => ({
      cells: [
        titleOf(row),
        withUnit(figure(row.supplied.mid), row.unit),
        shares(row.utilization),
        percent(row.threshold.share),
        timesText(row),
        row.evidence,
      ],
      details: [demandText(row), ...(row.tooSmallInShare > 0 ? [tooSmallText(row)] : [])],
    })),
  };
}

/** A load that does not grow with the workload is fixed. */
function timesText({ timesWorkload, demands }: CapacityRow): string {
  const isFixed = timesWorkload.low === Number.POSITIVE_INFINITY && demands.some(({ load }) => load.high > 0);
  return isFixed ? 'fixed' : figures(timesWorkload);
}

function titleOf({ component, resource, part }: Pick<CapacityRow, 'component' | 'resource' | 'part'>): string {
  return `${component} ${resource}${part === 'replicas' ? ' of replicas' : ''}`;
}

function demandText({ demands, base }: CapacityRow): string {
  const parts = demands.filter(({ load }) => load.high > 0).map(({ operation, load }) => `${operation} ${figure(load.mid)}`);
  return [...(base.mid > 0 ? [`idle ${figure(base.mid)}`] : []), ...parts].join(' · ');
}

function operationsGrid(operations: readonly OperationCapacity[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['operation'], align: 'left' },
      { heading: ['target'], align: 'right' },
      { heading: ['at most,', 'in the mix'], align: 'right' },
      { heading: ['alone'], align: 'right' },
      { heading: ['limited alone by'], align: 'left', wraps: true },
    ],
    rows: operations.map((one) => ({ cells: operationCells(one) })),
  };
}

function operationCells({ operation, kind, target, inTheMix, alone, limitedAloneBy, withoutLimit }: OperationCapacity): string[] {
  const every = periodForRate([inTheMix, target].find(({ mid }) => mid > 0) ?? alone);
  const told = (amount: Interval) => figures(kind === 'event' ? rateOver(amount, every) : amount);
  const name = kind === 'event' ? `${operation} per ${every}` : operation;
  const [most, by] = withoutLimit === undefined ? [told(alone), limitedAloneBy ?? 'unknown'] : ['no limit', noLimitText(withoutLimit)];
  return [name, told(target), told(inTheMix), most, by];
}

function publishedGrid(comparisons: readonly PublishedComparison[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['figure'], align: 'left', wraps: true },
      { heading: ['published'], align: 'right' },
      { heading: ['modelled'], align: 'right' },
      { heading: ['ratio'], align: 'right' },
      { heading: ['verdict'], align: 'left' },
    ],
    rows: withoutRepeats(comparisons).map(({ subject, published, modelled, ratio, standing, because }) => ({
      cells: [subjectText(subject), publishedText(published), figures(modelled), figure(ratio), standing],
      ...explained(because),
    })),
  };
}

interface Explained {
  readonly because?: Explanation;
}

interface Worded {
  readonly because?: ReturnType<typeof explanationText>;
}

/** Explanations as text. A cause that the row before has too is left out. */
function withoutRepeats<T extends Explained>(items: readonly T[]): (Omit<T, 'because'> & Worded)[] {
  let before: string | undefined;
  return items.map(({ because, ...item }) => {
    if (because === undefined) return item;
    const { at, why } = explanationText(because);
    const repeats = at !== undefined && why === before;
    before = why;
    return { ...item, because: { at, why: repeats ? '' : why } };
  });
}

function explained(because: Worded['because']): { readonly details?: readonly string[] } {
  return because === undefined ? {} : { details: [[because.at, because.why].filter(Boolean).join('; ')] };
}

function scenariosGrid(scenarios: readonly ScenarioResult[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['use case'], align: 'left', wraps: true },
      { heading: ['times it', 'fits'], align: 'right' },
      { heading: ['verdict'], align: 'left' },
      { heading: ['limited by'], align: 'left' },
    ],
    rows: withoutRepeats(scenarios).map(({ name, timesWorkload, standing, limit, statedLimit, because }) => ({
      cells: [name, figures(timesWorkload), standing, limit ?? '–'],
      details: [...(statedLimit === undefined ? [] : [`the document states: ${statedLimit}`]), ...(explained(because).details ?? [])],
    })),
  };
}

function formulasGrid(formulas: readonly FormulaResult[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['published rule'], align: 'left', wraps: true },
      { heading: ['users'], align: 'right' },
      { heading: ['published'], align: 'right' },
      { heading: ['by the rule'], align: 'right' },
      { heading: ['modelled'], align: 'right' },
      { heading: ['ratio'], align: 'right' },
      { heading: ['verdict'], align: 'left' },
    ],
    rows: withoutRepeats(formulas).map(({ name, users, published, byRule, modelled, ratio, standing, because }) => ({
      cells: [
        name,
        figure(users),
        figures(published),
        figure(byRule),
        modelled === undefined ? '–' : figures(modelled),
        ratio === undefined ? '–' : figure(ratio),
        standing,
      ],
      ...explained(because),
    })),
  };
}

/** Figures that are not compared, grouped by reason. */
function notComparedBlocks(notCompared: readonly NotCompared[]): Block[] {
  if (notCompared.length === 0) return [];
  const reasons = [...new Set(notCompared.map(({ reason }) => reason))];
  const items = reasons.map((reason) => {
    const names = notCompared.filter((figure) => figure.reason === reason).map(({ name }) => name);
    return { mark: '·', text: `${notComparedText(reason)}: ${names.join('; ')}` };
  });
  return [
    { kind: 'heading', text: 'Published figures without a modelled counterpart' },
    { kind: 'notes', items },
  ];
}

function diskBlocks({ disks, unlimited }: Capacity): Block[] {
  const items = [
    ...disks.map(({ component, gib, gibPerDayAtPeak }) => ({
      mark: '·',
      text: `${component} grows by ${figures(gibPerDayAtPeak)} GiB/day at peak load; it has ${figure(gib)} GiB`,
    })),
    ...unlimited.map((need) => ({
      mark: '·',
      text: `${titleOf(need)}: ${need.reason === undefined ? 'limit unknown' : `no limit, because ${noLimitText(need.reason)}`}`,
    })),
  ];
  return items.length === 0 ? [] : [{ kind: 'notes', items }];
}

/** Source of each figure of each demand. */
export function derivationBlocks({ rows }: Pick<Capacity, 'rows'>): Block[] {
  return rows.flatMap((row): Block[] => [
    { kind: 'heading', text: titleOf(row) },
    {
      kind: 'notes',
      items: [
        { mark: '+', text: `${withUnit(figures(row.supplied), row.unit)}: ${supplyBasisText(row.basis)}` },
        { mark: '≤', text: `${percent(row.threshold.share)}: ${row.threshold.source}` },
        ...row.demands.map(({ operation, perUnit, load, evidence, sources }) => ({
          mark: '–',
          text: `${operation}: ${figures(load)} in use, ${figures(perUnit)} each (${evidence}: ${sources.join('; ')})`,
        })),
      ],
    },
  ]);
}
