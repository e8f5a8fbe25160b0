import type { CurveAnswer } from '../answers/curve';
import type { BreakEven, CurvePoint } from '../capacity/recommend/curve';
import type { Interval } from '../core/interval';
import { usd } from '../core/money';
import { thousands } from '../core/thousands';
import { dollars } from './amounts';
import { candidateText } from './recommend-facts';
import type { Block, Grid, View } from './report';

/** Cost by number of users, and where the recommended tier changes. */
export function curveView({ system, region, curve }: CurveAnswer): View {
  return {
    blocks: [
      { kind: 'title', text: [system.name, 'cost by number of users', region, 'on demand'].join(' · ') },
      pointsGrid(curve.points),
      ...breakBlocks(curve.breakEvens),
    ],
    records: {
      columns: ['users', 'tier', 'options', 'monthlyUsdLow', 'monthlyUsdMid', 'monthlyUsdHigh', 'perThousandUsersUsdMid'],
      rows: curve.points.map(({ users, candidate, monthlyUsd, perThousandUsersUsd }) => [
        String(users),
        candidate?.tier ?? '',
        Object.entries(candidate?.options ?? {})
          .map((pair) => pair.join('='))
          .join(' '),
        cents(monthlyUsd?.low),
        cents(monthlyUsd?.mid),
        cents(monthlyUsd?.high),
        cents(perThousandUsersUsd?.mid),
      ]),
    },
  };
}

function pointsGrid(points: readonly CurvePoint[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['concurrent', 'users'], align: 'right' },
      { heading: ['$/month'], align: 'right' },
      { heading: ['low – high'], align: 'right' },
      { heading: ['per 1,000', 'users'], align: 'right' },
      { heading: ['recommended'], align: 'left', wraps: true },
    ],
    rows: points.map(({ users, candidate, monthlyUsd, perThousandUsersUsd }) =>
      candidate === undefined || monthlyUsd === undefined || perThousandUsersUsd === undefined
        ? { cells: [thousands(String(users)), '–', '–', '–', 'beyond the largest tier'], style: 'muted' as const }
        : {
            cells: [
              thousands(String(users)),
              usdText(monthlyUsd.mid),
              range(monthlyUsd),
              usdText(perThousandUsersUsd.mid),
              candidateText(candidate),
            ],
          },
    ),
  };
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

function usdText(amount: number): string {
  return dollars(usd(amount.toFixed(2)));
}
