import { atLeast, openShare } from './arguments';
import { erlangC, waitingFromBlocking, withOneServerMore } from './erlang';

/**
 * How much work may find all servers busy, by what waiting costs. The shares are those of the four tiers of Netflix's
 * service capacity modeling (`models/common.py`, `_QOS`); the factors that it lists beside them are computed here.
 */
export const CRITICALITIES = {
  /** Everything stops when it waits: an API in front of all else, the primary database. */
  critical: { waitingProbability: 0.01, for: 'everything stops when it waits' },
  /** Users notice it at once: chat, calls, search. */
  high: { waitingProbability: 0.05, for: 'users notice at once when it waits' },
  /** Users put up with it: uploads, reports, exports. */
  normal: { waitingProbability: 0.2, for: 'users put up with some waiting' },
  /** Nobody sits in front of it: background jobs. */
  low: { waitingProbability: 0.3, for: 'no user waits for it' },
} as const satisfies Readonly<Record<string, { readonly waitingProbability: number; readonly for: string }>>;

/** How important it is that work does not wait. */
export type Criticality = keyof typeof CRITICALITIES;

/**
 * The limit of Erlang C for many servers, when `servers = load + qualityFactor × √load` (Halfin and Whitt, 1981):
 * 1 / (1 + β Φ(β) / φ(β)) with the distribution function Φ and the density φ of the standard normal.
 */
export function halfinWhittWaitingProbability(qualityFactor: number): number {
  atLeast(0, qualityFactor, 'quality factor');
  return 1 / (1 + qualityFactor * normalDistributionOverDensity(qualityFactor));
}

/** Share of the sum below which a further term cannot change a double. */
const NEGLIGIBLE = 1e-17;

/** Φ(x) / φ(x) for x from 0 on: half of √(2π) e^(x²/2), and the series x + x³/3 + x⁵/(3·5) + …, all terms positive. */
function normalDistributionOverDensity(x: number): number {
  let sum = Math.sqrt(Math.PI / 2) * Math.exp((x * x) / 2);
  for (let term = x, odd = 3; term > sum * NEGLIGIBLE; odd += 2) {
    sum += term;
    term *= (x * x) / odd;
  }
  return sum;
}

/** Beyond this factor less than one in 10^80 waits: no share that a double can be asked for lies above it. */
const LARGEST_QUALITY_FACTOR = 38;
const HALVINGS = 100;

/** The quality factor with which, among many servers, this share of the work has to wait. */
export function qualityFactorFor(waitingProbability: number): number {
  openShare(waitingProbability, 'waiting probability');
  let low = 0;
  let high = LARGEST_QUALITY_FACTOR;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (halfinWhittWaitingProbability(middle) > waitingProbability) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Servers by the square-root rule: the load, and a safety margin that grows with its square root only. At least 1. What
 * a large system saves over many small ones is in that root.
 */
export function squareRootStaffing(offeredLoad: number, qualityFactor: number): number {
  atLeast(0, offeredLoad, 'offered load');
  atLeast(0, qualityFactor, 'quality factor');
  return Math.max(1, Math.ceil(offeredLoad + qualityFactor * Math.sqrt(offeredLoad)));
}

/** The least number of servers with which at most this share of the work has to wait, by Erlang C itself. */
export function leastServers(offeredLoad: number, waitingProbability: number): number {
  atLeast(0, offeredLoad, 'offered load');
  openShare(waitingProbability, 'waiting probability');
  let blocked = 1;
  for (let servers = 1; ; servers++) {
    blocked = withOneServerMore(blocked, servers, offeredLoad);
    if (waitingFromBlocking(blocked, servers, offeredLoad) <= waitingProbability) return servers;
  }
}

/** The number of servers for a target wait. */
export interface Staffing {
  /** The larger of both: the root rule is a limit for many servers and may fall one short, of the critical class two. */
  readonly servers: number;
  /** By the square-root rule. */
  readonly bySquareRoot: number;
  /** By Erlang C: the least that keeps the class. */
  readonly byErlangC: number;
  /** β of the square-root staffing rule. */
  readonly qualityFactor: number;
  /** What the class allows. */
  readonly allowedWaitingProbability: number;
  /** What the servers give, by Erlang C: never above what is allowed. */
  readonly waitingProbability: number;
}

/** Servers for a load by the square-root rule of its class, raised where Erlang C asks for more. */
export function staff(offeredLoad: number, criticality: Criticality): Staffing {
  const allowedWaitingProbability = CRITICALITIES[criticality].waitingProbability;
  const qualityFactor = qualityFactorFor(allowedWaitingProbability);
  const bySquareRoot = squareRootStaffing(offeredLoad, qualityFactor);
  const byErlangC = leastServers(offeredLoad, allowedWaitingProbability);
  const servers = Math.max(bySquareRoot, byErlangC);
  const waitingProbability = erlangC(servers, offeredLoad);
  return { servers, bySquareRoot, byErlangC, qualityFactor, allowedWaitingProbability, waitingProbability };
}
