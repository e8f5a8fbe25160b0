import { usersOf } from '../capacity/comparison';
import { latencyOf, latencySamplesOf, type OperationLatency } from '../capacity/latency/latency';
import { httpRequestsOf } from '../capacity/latency/service-level';
import { MOST_USERS } from '../capacity/recommend/cells';
import { type Curve, type CurvePoint, curveOf, loadsBetween } from '../capacity/recommend/curve';
import { type Samples, samplesOfLatencies } from '../capacity/samples';
import { REFERENCE_REGION } from '../catalog/price-book';
import { allParts } from '../core/all-parts';
import { certain } from '../core/interval';
import { InputError, type Problem, shown } from '../core/problems';
import type { OptionsInput } from '../model/inputs';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import type { DegradationPoint } from '../model/scenario';
import type { System } from '../model/system';
import type { Estimate } from '../pricing/estimate';
import type { AnswerWarning } from './answer-warning';
import { questionFor } from './capacity-question';
import { DEFAULT_MIN_USERS } from './curve-defaults';
import { type CurveDesign, curveDesigns } from './curve-designs';
import { refuseSingleHost } from './design';
import type { Estimator } from './estimated-tier';
import { recordingEstimator } from './recording-estimator';
import { type SystemReference, systemOf } from './system-reference';
import { uncountedWarnings } from './uncounted-operations';

/** Points in each power of ten: enough to see where the recommended tier changes. */
const POINTS_PER_DECADE = 5;

/** A range of concurrent users. */
export interface CurveRequest {
  /** A system of your own, or the id of an example. */
  readonly system: SystemReference;
  /** Concurrent users of the first point, 1 to 1,000,000. Default: 10. */
  readonly minUsers?: number;
  /** Concurrent users of the last point, more than `minUsers`. Default: the most in the workload of a tier, which may handle more. */
  readonly maxUsers?: number;
  /** Fixed options. GPU and read replicas vary between candidates unless they are fixed here. */
  readonly options?: OptionsInput;
  /** Whether the curve has right-sized tiers at up to eight points. Default: false, because each is a search of its own. */
  readonly designs?: boolean;
}

/** Response time of HTTP requests at one point of a curve. */
export interface CurveResponseTime {
  /** Concurrent users of the point. */
  readonly users: number;
  /** Response time on the recommended tier; undefined beyond the largest tier, and where no operation counts HTTP requests. */
  readonly latency: OperationLatency | undefined;
  /** Response time and errors that the document states for exactly as many users; undefined where it states nothing. */
  readonly documented: DegradationPoint | undefined;
}

/** Cost by number of users. */
export interface CurveAnswer {
  /** The system, for readers. */
  readonly system: {
    /** Id of the system. */
    readonly id: string;
    /** Name of the system in tables. */
    readonly name: string;
  };
  /** Region of the estimates. */
  readonly region: string;
  /** Whether the request gives no last point, so that the curve ends at the largest workload of a tier, which may handle more. */
  readonly endsAtLargestWorkload: boolean;
  /** Points, and the numbers of users at which the recommended tier changes. */
  readonly curve: Curve;
  /** Response time at each point of the curve, in the same order. */
  readonly responseTimes: readonly CurveResponseTime[];
  /** With `designs`: right-sized tiers at up to eight points. */
  readonly designs?: readonly CurveDesign[];
  /** Estimates that have been computed. */
  readonly estimates: readonly Estimate[];
  /** Warnings: limitations of the answer that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/** The least expensive tier that handles each number of users. Throws an InputError with every problem of the request. */
export function costCurve(request: CurveRequest, estimator: Estimator): CurveAnswer {
  const { options = {}, designs = false } = request;
  const system = systemOf(request.system);
  const { bounds, parsed } = allParts({ bounds: () => boundsOf(request, system), parsed: () => parseInput(Options, options, 'options') });
  const { minUsers, maxUsers } = bounds;
  const estimates: Estimate[] = [];
  const targetWorkload = { concurrentUsers: certain(minUsers) };
  const designOptions = designs ? parsed : undefined;
  if (designOptions !== undefined) refuseSingleHost(designOptions);
  const recorded = recordingEstimator(estimator, estimates);
  const question = questionFor({ system, targetWorkload, options, estimator: recorded });
  const stated = system.degradation
    .filter(({ p95Ms, concurrentUsers: users }) => p95Ms !== undefined && users >= minUsers && users <= maxUsers)
    .map(({ concurrentUsers: users }) => users);
  const curve = curveOf(question, [...new Set([...loadsBetween(minUsers, maxUsers, POINTS_PER_DECADE), ...stated])]);
  const samples = samplesOfLatencies();
  const responseTimes = curve.points.map((point) => responseTimeAt(point, system, samples));
  return {
    system,
    region: options.region ?? REFERENCE_REGION,
    endsAtLargestWorkload: request.maxUsers === undefined,
    curve,
    responseTimes,
    ...(designOptions !== undefined && { designs: curveDesigns(curve.points, system, designOptions, recorded) }),
    estimates,
    warnings: uncountedWarnings(system, targetWorkload),
  };
}

function responseTimeAt({ users, candidate }: CurvePoint, system: System, samplesOfPoints: Samples): CurveResponseTime {
  const requests = httpRequestsOf(system);
  const documented = system.degradation.find((point) => point.concurrentUsers === users && point.p95Ms !== undefined);
  if (requests === undefined || candidate === undefined) return { users, latency: undefined, documented };
  const [samples] = latencySamplesOf([requests], system, candidate.form, { concurrentUsers: certain(users) }, samplesOfPoints);
  return { users, latency: samples && latencyOf(samples), documented };
}

/** The most users that any tier is for, so that every tier can be recommended. */
function mostUsers({ tiers }: System): number {
  return Math.max(...tiers.map((tier) => usersOf(tier).to));
}

/** The range of users of a request. Throws an InputError for an invalid range. */
export function boundsOf(
  request: Pick<CurveRequest, 'minUsers' | 'maxUsers'>,
  system: System,
): { readonly minUsers: number; readonly maxUsers: number } {
  const { minUsers = DEFAULT_MIN_USERS, maxUsers = Math.min(MOST_USERS, mostUsers(system)) } = request;
  if (request.maxUsers === undefined && maxUsers === 0) {
    throw new InputError('request', [
      { path: 'maxUsers', expected: `a number of users: the workloads of the tiers of ${system.id} have none` },
    ]);
  }
  const problems: Problem[] = Object.entries({ minUsers, maxUsers })
    .filter(([, users]) => !(users >= 1 && users <= MOST_USERS))
    .map(([path, users]) => ({ path, received: shown(users), expected: `a number of users from 1 to ${MOST_USERS}` }));
  if (problems.length === 0 && minUsers >= maxUsers)
    problems.push({
      path: 'maxUsers',
      received: String(maxUsers),
      expected: `more than the smallest number of users, which is ${minUsers}`,
    });
  if (problems.length > 0) throw new InputError('request', problems);
  return { minUsers, maxUsers };
}
