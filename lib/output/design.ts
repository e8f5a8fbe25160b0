import type { DesignAnswer } from '../answers/design';
import type { DesignedTier } from '../answers/designed-tier';
import { MOST_RDS_STORAGE_GIB, RDS_STRIPED_FROM_GIB } from '../core/gp3';
import { counted, exactPercent, likelihood, percent } from '../core/number-format';
import type { StorageReason } from '../core/storage-reason';
import type { SizeChange } from '../design/extension';
import type { Shortage } from '../design/shortage';
import { figures } from './capacity-amounts';
import { deployFacts } from './deploy-facts';
import { agreementFacts } from './design-offer';
import { growthPlanBlocks } from './growth-plan';
import { AFTER_CHANGES, appliedLeverBlocks } from './levers';
import { candidateText, costText, type Fact, facts, limitText, nextText, usdText } from './recommend-facts';
import type { Block, Grid, View } from './report';
import { missedLevelText, requiredLevelFacts } from './required-levels';
import { STORED_DATA_GROWS } from './stored-data';

/** A right-sized tier, with the sizes that differ from its base tier. */
export function designView(answer: DesignAnswer, file: string | undefined): View {
  const { system, region, design } = answer;
  return {
    blocks: [
      { kind: 'title', text: [system.name, workloadText(answer), region, 'on demand'].join(' · ') },
      ...(design === undefined ? nothingBlocks(answer) : designBlocks(answer, design, file)),
      ...growthPlanBlocks(answer.plan),
    ],
    records: {
      columns: ['component', 'field', 'from', 'to'],
      rows: (design?.changes ?? []).map(({ component, field, from, to }) => [component, field, valueText(from), valueText(to)]),
    },
  };
}

/** `350 users with an open session`, or with growth `881 users with an open session after 12 months at 8%/month, 350 today`. */
function workloadText({ targetWorkload: { concurrentUsers: users }, growth }: DesignAnswer): string {
  const atEnd = users === undefined ? 'a workload without users' : `${figures(users)} users with an open session`;
  if (growth === undefined) return atEnd;
  const { perMonth, months, todayWorkload } = growth;
  const today = todayWorkload.concurrentUsers === undefined ? '' : `, ${figures(todayWorkload.concurrentUsers)} today`;
  return `${atEnd} after ${counted(months, 'month')} at ${exactPercent(perMonth)}/month${today}`;
}

/** The cost under the workload, and with growth that of today. */
function costFacts({ growth }: DesignAnswer, { assessment, todayMonthlyUsd }: DesignedTier): Fact[] {
  if (growth === undefined || todayMonthlyUsd === undefined) return [['cost', costText(assessment)]];
  const { low, mid, high } = todayMonthlyUsd;
  return [
    ['today', `${[low, mid, high].map(usdText).join(' – ')} per month`],
    ['cost', `${costText(assessment)}, after ${counted(growth.months, 'month')}`],
  ];
}

function designBlocks(answer: DesignAnswer, design: DesignedTier, file: string | undefined): Block[] {
  const { base, confidence } = answer;
  const { written, assessment, changes, agreements } = design;
  const [limit, next] = assessment.limits;
  const condition = agreements.length === 0 ? '' : ' if providers raise their limits';
  return [
    ...facts(
      `${written.id}: ${likelihood(assessment.confidence)} likely to handle the load (${percent(confidence)} required)${condition}`,
      [
        ...costFacts(answer, design),
        ['', boundText(design)],
        ...structureFacts(answer, design),
        ['compared', comparedText(answer, design)],
        ['limit', limit === undefined ? 'unknown' : limitText(limit)],
        ...(next === undefined ? [] : [['next', nextText(next)] as const]),
        ...requiredLevelFacts(assessment.levelOutlooks),
        ...lastsFacts(design),
        ...agreementFacts(agreements),
        ...writtenFacts(answer, design, file),
      ],
    ),
    ...appliedLeverBlocks(answer.appliedLevers),
    { kind: 'heading', text: `Sizes that differ from ${base}` },
    changes.length === 0
      ? { kind: 'paragraph', text: `none: the sizes of ${base} are the cheapest that handle the load` }
      : changesGrid(changes, base, written.id),
    ...storageNotes(changes),
  ];
}

function boundText({ monthlyUsd, leastMonthlyUsd }: DesignedTier): string {
  if (leastMonthlyUsd === undefined) return 'lower bound unknown: sizes are compared by the prices of EC2 nodes';
  const gap = monthlyUsd.mid / leastMonthlyUsd - 1;
  const bound = `the lower bound of any design with this structure is ${usdText(leastMonthlyUsd)}/month`;
  return gap < 0.0005
    ? 'the cheapest tier with this structure: it costs as little as the lower bound'
    : `at most ${exactPercent(Math.ceil(gap * 1000) / 1000)} above the cheapest: ${bound}`;
}

/** The structure of the design and the next cheapest one; none where the next one is not searched, or no other structure has sizes. */
function structureFacts({ base, next }: DesignAnswer, { monthlyUsd }: DesignedTier): Fact[] {
  if (next === undefined) return [];
  const more = next.monthlyUsd.mid - monthlyUsd.mid;
  const difference = more < 1 ? 'costs the same' : `costs ${usdText(more)}/month more`;
  return [['structure', `of ${base}; that of ${next.base} ${difference}`]];
}

function comparedText({ recommended }: DesignAnswer, { monthlyUsd, changes }: DesignedTier): string {
  if (recommended === undefined) return 'no tier of the system handles the load';
  const difference = monthlyUsd.mid - recommended.monthlyUsd.mid;
  const name = candidateText(recommended);
  if (Math.abs(difference) < 1) return `${name} costs the same`;
  if (difference < 0) return `${usdText(-difference)}/month less than ${name}, the cheapest tier that handles the load`;
  const reason = changes.some(isOfStorage) ? '; its data stores are not sized for it' : '';
  return `${usdText(difference)}/month more than ${name}, the cheapest tier that handles the load${reason}`;
}

function isOfStorage({ field }: SizeChange): boolean {
  return field === 'storageGib';
}

function lastsFacts({ lastsMonths }: DesignedTier): (readonly [string, string])[] {
  if (lastsMonths === undefined) return [];
  if (lastsMonths < 1) return [['lasts', 'less than a month at this growth rate: enter the load of a later month']];
  return [['lasts', Number.isFinite(lastsMonths) ? counted(lastsMonths, 'month') : 'as long as the load does not grow']];
}

function writtenFacts(answer: DesignAnswer, { written }: DesignedTier, file: string | undefined): Fact[] {
  // A tier file has sizes and no levers, so that `--write` refuses them.
  if (answer.appliedLevers.length > 0) return [['write', `${AFTER_CHANGES}: then repeat the command with --write and without --with`]];
  if (file === undefined) return [['write', `--write writes tiers/${written.id}.tier.json, which every command and the CDK app read`]];
  return [['written', file], ...deployFacts(answer, { tier: written.id, options: {} })];
}

function changesGrid(changes: readonly SizeChange[], base: string, id: string): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['component'], align: 'left' },
      { heading: ['size'], align: 'left' },
      { heading: [base], align: 'right' },
      { heading: [id], align: 'right' },
    ],
    rows: changes.map(({ component, field, from, to }, index) => ({
      cells: [changes[index - 1]?.component === component ? '' : component, fieldText(field), valueText(from), valueText(to)],
    })),
  };
}

/** Why storage is larger than in the base tier: a reader sees no demand for it. */
function storageNotes(changes: readonly SizeChange[]): Block[] {
  const items = changes.flatMap(({ component, reason }) => {
    if (reason === undefined) return [];
    return [{ mark: '·', text: `${component} storage: ${STORAGE_TEXTS[reason]}` }];
  });
  return items.length === 0 ? [] : [{ kind: 'notes', items }];
}

const STORAGE_TEXTS: Readonly<Record<StorageReason, string>> = {
  workload: STORED_DATA_GROWS,
  'storage-speed': `RDS stripes ${RDS_STRIPED_FROM_GIB} GiB and more over four volumes, which have the IOPS or throughput that the load demands`,
};

/** `instances.max` as `maximum instances`, `memoryGib` as `memory, GiB`. */
const FIELDS: Readonly<Record<string, string>> = {
  'instances.min': 'instances, minimum',
  'instances.expected': 'instances, expected',
  'instances.max': 'instances, maximum',
  vcpu: 'vCPU',
  memoryGib: 'memory, GiB',
  storageGib: 'storage, GiB',
  iops: 'provisioned IOPS',
  databasePool: 'database pool',
  callsPerInstance: 'calls per instance',
  readReplicas: 'read replicas',
  gpu: 'GPU',
};

function fieldText(field: string): string {
  return FIELDS[field] ?? field;
}

function valueText(value: unknown): string {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'number') return value.toLocaleString('en-US');
  return typeof value === 'object' ? 'set' : String(value);
}

function shortageText({ component, resource, share, neededGib }: Shortage): string {
  if (neededGib !== undefined) {
    return `${component} storage: ${neededGib.toLocaleString('en-US')} GiB if stored data grows with the workload; RDS has at most ${MOST_RDS_STORAGE_GIB.toLocaleString('en-US')} GiB`;
  }
  return resource === undefined
    ? `${component}: the largest size is ${likelihood(share)} likely to handle it`
    : `${component} ${resource}: ${likelihood(share)} likely to be enough; it is a setting of the tier, not a size`;
}

/** The reason where no component is too small by itself: the samples in which components are too small differ. */
const NOT_TOGETHER = 'each component has a size that is enough by itself; no sizes were found that are enough together';

function nothingBlocks({ base, shortages, missed, confidence }: DesignAnswer): Block[] {
  return [
    {
      kind: 'paragraph',
      text: `no sizes of ${base} are ${percent(confidence)} likely to handle this load${missed.length > 0 ? ' with these service levels' : ''}`,
    },
    {
      kind: 'notes',
      items: [
        ...shortages.map((shortage) => ({ mark: '·', text: shortageText(shortage) })),
        ...missed.map((level) => ({ mark: '·', text: missedLevelText(level) })),
        ...(shortages.length + missed.length > 0 ? [] : [{ mark: '·', text: NOT_TOGETHER }]),
      ],
    },
  ];
}
