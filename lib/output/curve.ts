import type { CurveAnswer, CurveResponseTime } from '../answers/curve';
import type { CurveDesign } from '../answers/curve-designs';
import type { BreakEven, CurvePoint } from '../capacity/recommend/curve';
import { certain, type Interval } from '../core/interval';
import { exactPercent } from '../core/number-format';
import { thousands } from '../core/thousands';
import { MS_PER_SECOND } from '../core/time';
import { durations } from './latency';
import { candidateText, usdText } from './recommend-facts';
import type { Block, Grid, View } from './report';

/** Cost by number of users, and where the recommended tier changes. */
export function curveView({ system, region, endsAtLargestWorkload, curve, responseTimes, designs }: CurveAnswer): View {
  return {
    blocks: [
      { kind: 'title', text: [system.name, 'cost by number of users', region, 'on demand'].join(' · ') },
      pointsGrid(curve.points, responseTimes, designs),
      ...designNote(curve.points, designs),
      ...breakBlocks(curve.breakEvens),
      ...(endsAtLargestWorkload ? [endNote(curve.points)] : []),
    ],
    records: {
      columns: [
        'users',
        'tier',
        'options',
        'monthlyUsdLow',
        'monthlyUsdMid',
        'monthlyUsdHigh',
        'perThousandUsersUsdMid',
        'p95SecondsMid',
        'documentedP95Seconds',
        ...(designs === undefined ? [] : ['designMonthlyUsdMid']),
      ],
      rows: curve.points.map(({ users, candidate, monthlyUsd, perThousandUsersUsd }, index) => [
        String(users),
        candidate?.tier ?? '',
        Object.entries(candidate?.options ?? {})
          .map((pair) => pair.join('='))
          .join(' '),
        cents(monthlyUsd?.low),
        cents(monthlyUsd?.mid),
        cents(monthlyUsd?.high),
        cents(perThousandUsersUsd?.mid),
        ...secondsOf(responseTimes[index]),
        ...(designs === undefined ? [] : [cents(designs.find((one) => one.users === users)?.monthlyUsd?.mid)]),
      ]),
    },
  };
}

/** Modelled and documented p95 as numbers; empty where there is none. */
function secondsOf(at: CurveResponseTime | undefined): string[] {
  const mid = at?.latency?.p95Seconds?.mid;
  const documentedMs = at?.documented?.p95Ms;
  const modelled = mid === Number.POSITIVE_INFINITY ? 'unlimited' : String(mid === undefined ? '' : Number(mid.toPrecision(6)));
  return [modelled, documentedMs === undefined ? '' : String(documentedMs / MS_PER_SECOND)];
}

function pointsGrid(points: readonly CurvePoint[], responseTimes: readonly CurveResponseTime[], designs: CurveAnswer['designs']): Grid {
  const operation = responseTimes.find(({ latency }) => latency !== undefined)?.latency?.operation;
  const isDocumented = responseTimes.some(({ documented }) => documented !== undefined);
  const timesOf = ({ latency, documented }: CurveResponseTime): string[] => [
    ...(operation === undefined ? [] : [latency === undefined ? '–' : durations(latency.p95Seconds)]),
    ...(isDocumented ? [documented?.p95Ms === undefined ? '' : documentedText(documented)] : []),
  ];
  return {
    kind: 'grid',
    columns: [
      { heading: ['concurrent', 'users'], align: 'right' },
      { heading: ['$/month'], align: 'right' },
      ...(designs === undefined ? [] : [{ heading: ['right-sized', 'tier'], align: 'right' as const }]),
      { heading: ['low – high'], align: 'right' },
      { heading: ['per 1,000', 'users'], align: 'right' },
      ...(operation === undefined ? [] : [{ heading: ['p95 of', operation], align: 'right' as const }]),
      ...(isDocumented ? [{ heading: ['p95, errors in', 'the document'], align: 'right' as const }] : []),
      { heading: ['recommended'], align: 'left', wraps: true },
    ],
    rows: points.map(({ users, candidate, monthlyUsd, perThousandUsersUsd }, index) => {
      const design = designs === undefined ? [] : [designText(designs.find((one) => one.users === users))];
      const times = timesOf(responseTimes[index] as CurveResponseTime);
      return candidate === undefined || monthlyUsd === undefined || perThousandUsersUsd === undefined
        ? { cells: [thousands(String(users)), '–', ...design, '–', '–', ...times, 'beyond the largest tier'], style: 'muted' as const }
        : {
            cells: [
              thousands(String(users)),
              usdText(monthlyUsd.mid),
              ...design,
              range(monthlyUsd),
              usdText(perThousandUsersUsd.mid),
              ...times,
              candidateText(candidate),
            ],
          };
    }),
  };
}

/** `$2,766`; `–` where no sizes handle the users; empty where none were searched. */
function designText(design: CurveDesign | undefined): string {
  if (design === undefined) return '';
  return design.monthlyUsd === undefined ? '–' : usdText(design.monthlyUsd.mid);
}

/** Why a right-sized tier may cost more than the cheapest tier of the system; nothing where none does. */
function designNote(points: readonly CurvePoint[], designs: CurveAnswer['designs'] = []): Block[] {
  const isMore = designs.some(({ users, monthlyUsd }) => {
    const tierUsd = points.find((point) => point.users === users)?.monthlyUsd;
    return monthlyUsd !== undefined && tierUsd !== undefined && monthlyUsd.mid > tierUsd.mid;
  });
  if (!isMore) return [];
  const text =
    'Right-sized tiers have storage for data that grows with the workload; the other tiers have the storage of the definition. A right-sized tier may therefore cost more.';
  return [{ kind: 'notes', items: [{ mark: '·', text }] }];
}

function breakBlocks(breakEvens: readonly BreakEven[]): Block[] {
  if (breakEvens.length === 0) return [];
  const items = breakEvens.map(({ users, from, to, fromMonthlyUsd, toMonthlyUsd }) => {
    const above = to === undefined || toMonthlyUsd === undefined ? 'no tier' : atCost(to, toMonthlyUsd);
    return { mark: '·', text: `up to ${thousands(String(users))} users: ${atCost(from, fromMonthlyUsd)}; above: ${above}` };
  });
  return [
    { kind: 'heading', text: 'Changes of the recommendation' },
    { kind: 'notes', items },
  ];
}

/** Where the curve ends without a given end. */
function endNote(points: readonly CurvePoint[]): Block {
  const last = thousands(String(points.at(-1)?.users));
  const text = `The curve ends at ${last} users, the largest workload of a tier. Tiers may handle more: set --max-users.`;
  return { kind: 'notes', items: [{ mark: '·', text }] };
}

/** `2 s, 1%`: response time and share of errors of the document. */
function documentedText({ p95Ms = 0, errorShare }: NonNullable<CurveResponseTime['documented']>): string {
  const time = durations(certain(p95Ms / MS_PER_SECOND));
  return errorShare === undefined ? time : `${time}, ${exactPercent(errorShare)}`;
}

/** `small (no GPU, 0 read replicas) at $277/month` */
function atCost(candidate: BreakEven['from'], { mid }: Interval): string {
  return `${candidateText(candidate)} at ${usdText(mid)}/month`;
}

function range({ low, high }: Interval): string {
  return `${usdText(low)} – ${usdText(high)}`;
}

function cents(amount: number | undefined): string {
  return amount === undefined ? '' : amount.toFixed(2);
}
