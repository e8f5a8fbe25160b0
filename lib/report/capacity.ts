import type { Blueprint } from '../blueprint';
import type { Capacity, CapacityRow, FormulaResult, OperationCapacity, PublishedComparison, ScenarioResult } from '../sizing';
import type { Interval } from '../units';
import { everyFor, figure, figures, publishedText, rateOver, share, shares } from './capacity-amounts';
import type { Block, Grid, View } from './report';

/** What a tier carries, and what its document says it does. */
export interface CapacityAnswer {
  readonly blueprint: Blueprint;
  readonly capacity: Capacity;
  readonly comparisons: readonly PublishedComparison[];
  readonly scenarios: readonly ScenarioResult[];
  readonly formulas: readonly FormulaResult[];
}

export function capacityView(answer: CapacityAnswer, explain = false): View {
  const { blueprint, capacity, comparisons, scenarios, formulas } = answer;
  return {
    blocks: [
      { kind: 'title', text: `${blueprint.system.name} ${blueprint.tier.id} · capacity, at the most instances that it may have` },
      ...limitBlocks(capacity),
      resourcesGrid(capacity.rows),
      operationsGrid(capacity.operations),
      usersBlock(capacity),
      { kind: 'heading', text: 'The document’s own figures' },
      publishedGrid(comparisons),
      ...(scenarios.length === 0 ? [] : [scenariosGrid(scenarios)]),
      ...(formulas.length === 0 ? [] : [formulasGrid(formulas)]),
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
        String(row.timesWorkload.mid),
        String(row.limitsInShare),
        row.evidence,
      ]),
    },
  };
}

function limitBlocks({ limit, concurrentUsers, timesWorkload }: Capacity): Block[] {
  if (limit === undefined) return [{ kind: 'paragraph', text: 'nothing that we know of limits it' }];
  const users = concurrentUsers.mid > 0 ? `${figures(concurrentUsers)} users with an open session, ` : '';
  const known = `${limit.component} ${limit.resource} is the first to reach its ${share(limit.threshold.share)} in ${share(limit.limitsInShare)} of the worlds`;
  return [{ kind: 'paragraph', text: `carries ${users}${figures(timesWorkload)} times the workload; ${known} (${limit.evidence})` }];
}

/** Every resource, the scarcest first. */
export function resourcesGrid(rows: readonly CapacityRow[]): Grid {
  const scarcest = [...rows].sort((left, right) => left.timesWorkload.mid - right.timesWorkload.mid);
  return {
    kind: 'grid',
    columns: [
      { heading: ['resource'], align: 'left' },
      { heading: ['there is'], align: 'right' },
      { heading: ['in use'], align: 'right' },
      { heading: ['of at most'], align: 'right' },
      { heading: ['times the', 'workload'], align: 'right' },
      { heading: ['evidence'], align: 'left' },
    ],
    rows: scarcest.map((row) => ({
      cells: [
        `${row.component} ${row.resource}${row.part === 'replicas' ? ' of replicas' : ''}`,
        `${figure(row.supplied.mid)} ${row.unit}`,
        shares(row.utilization),
        share(row.threshold.share),
        figures(row.timesWorkload),
        row.evidence,
      ],
      details: [demandText(row)],
    })),
  };
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
      { heading: ['asked'], align: 'right' },
      { heading: ['at the most,', 'in the mix'], align: 'right' },
      { heading: ['alone'], align: 'right' },
      { heading: ['limited by, alone'], align: 'left', wraps: true },
    ],
    rows: operations.map((one) => ({ cells: operationCells(one) })),
  };
}

function operationCells({ operation, kind, asked, inTheMix, alone, limitedAloneBy }: OperationCapacity): string[] {
  const every = everyFor(inTheMix.mid > 0 ? inTheMix : alone);
  const told = (amount: Interval) => figures(kind === 'event' ? rateOver(amount, every) : amount);
  const name = kind === 'event' ? `${operation}, a${every === 'hour' ? 'n' : ''} ${every}` : operation;
  return [name, told(asked), told(inTheMix), told(alone), limitedAloneBy ?? 'nothing that we know of'];
}

function usersBlock({ usersAtOnce: { withOpenSession, active, inFlight } }: Capacity): Block {
  const text = `"concurrent users" are those with an open session: ${figures(withOpenSession)}; of them ${figures(active)} do something within a minute, and ${figures(inFlight)} pieces of work are in flight at one moment`;
  return { kind: 'paragraph', text };
}

function publishedGrid(comparisons: readonly PublishedComparison[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['figure'], align: 'left' },
      { heading: ['published'], align: 'right' },
      { heading: ['modelled'], align: 'right' },
      { heading: ['ratio'], align: 'right' },
      { heading: ['verdict'], align: 'left' },
    ],
    rows: comparisons.map(({ what, published, modelled, ratio, standing, note }) => ({
      cells: [what, publishedText(published), figures(modelled), figure(ratio), standing],
      ...(note === undefined ? {} : { details: [note] }),
    })),
  };
}

function scenariosGrid(scenarios: readonly ScenarioResult[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['use case'], align: 'left' },
      { heading: ['times it', 'fits'], align: 'right' },
      { heading: ['verdict'], align: 'left' },
      { heading: ['limited by'], align: 'left', wraps: true },
      { heading: ['the document says'], align: 'left', wraps: true },
    ],
    rows: scenarios.map(({ name, timesWorkload, standing, limit, documentSays }) => ({
      cells: [name, figures(timesWorkload), standing, limit ?? '–', documentSays ?? '–'],
    })),
  };
}

function formulasGrid(formulas: readonly FormulaResult[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['rule of the document'], align: 'left', wraps: true },
      { heading: ['users'], align: 'right' },
      { heading: ['published'], align: 'right' },
      { heading: ['by the rule'], align: 'right' },
      { heading: ['in use, modelled'], align: 'right' },
      { heading: ['ratio'], align: 'right' },
      { heading: ['verdict'], align: 'left' },
    ],
    rows: formulas.map(({ name, users, published, byRule, modelled, ratio, standing, note }) => ({
      cells: [
        name,
        figure(users),
        figures(published),
        figure(byRule),
        modelled === undefined ? '–' : figures(modelled),
        ratio === undefined ? '–' : figure(ratio),
        standing,
      ],
      ...(note === undefined ? {} : { details: [note] }),
    })),
  };
}

function diskBlocks({ disks, unlimited }: Capacity): Block[] {
  const items = [
    ...disks.map(({ component, gib, gibPerDayAtPeak }) => ({
      mark: '·',
      text: `${component} grows by ${figures(gibPerDayAtPeak)} GiB in a day at the peak, of ${figure(gib)} GiB`,
    })),
    ...unlimited.map((name) => ({ mark: '·', text: `${name}: needed, and without a limit that we know of` })),
  ];
  return items.length === 0 ? [] : [{ kind: 'notes', items }];
}

/** Where every figure of a demand is from. */
export function derivationBlocks({ rows }: Pick<Capacity, 'rows'>): Block[] {
  return rows.flatMap((row): Block[] => [
    { kind: 'heading', text: `${row.component} ${row.resource}${row.part === 'replicas' ? ' of replicas' : ''}` },
    {
      kind: 'notes',
      items: [
        { mark: '+', text: `${figures(row.supplied)} ${row.unit}: ${row.because}` },
        { mark: '≤', text: `${share(row.threshold.share)}: ${row.threshold.source}` },
        ...row.demands.map(({ operation, perUnit, load, evidence, sources }) => ({
          mark: '–',
          text: `${operation}: ${figures(load)} in use, ${figures(perUnit)} each (${evidence}: ${sources.join('; ')})`,
        })),
      ],
    },
  ]);
}
