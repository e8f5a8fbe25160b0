import { formOfBlueprint } from '../../lib/answers/capacity-of';
import { resolveBlueprint } from '../../lib/blueprint/resolve';
import { capacityOfForm } from '../../lib/capacity/capacity';
import type { CapacityForm } from '../../lib/capacity/supply';
import { offersIn } from '../../lib/catalog/offers';
import { certain, type Interval } from '../../lib/core/interval';
import type { LoadTestPoint } from '../../lib/loadtest/load-test';
import { SECONDS_EVERY } from '../../lib/model/amount';
import type { Demand, Operation } from '../../lib/model/operation';
import { Options } from '../../lib/model/options';
import type { System } from '../../lib/model/system';
import type { TargetWorkload } from '../../lib/model/workload';
import { standardNormal } from './queue-simulation';

/** Id of the operation that counts the requests of a system. */
export function requestsOf({ operations }: System): string {
  return Object.keys(operations).find((id) => operations[id]?.counts === 'http-requests') as string;
}

/** A tier without options. */
export function formOfTier(system: System, tier: string): CapacityForm {
  const options = Options.parse({});
  return formOfBlueprint(system, resolveBlueprint({ system, tier, options, offers: offersIn(options.region) }));
}

/** Usual requests/s of a user. */
export function requestsPerSecondOfUser(system: System): number {
  const { usual } = system.operations[requestsOf(system)] as Operation;
  return usual.amount.mid / SECONDS_EVERY[usual.every];
}

/** Resources that a load test of requests measures. */
export const WORK: readonly string[] = ['processor', 'workers', 'connections', 'slots', 'requests', 'writes'];

/** One request/s of a load test: the requests with what they cause, and their users, where these need a resource that the test measures. */
function oneRequest(system: System): TargetWorkload {
  const users = Object.values(system.operations).find(({ counts }) => counts === 'users');
  const isUsed = users?.demands.some(({ resource }) => WORK.includes(resource)) === true;
  const others = Object.entries(system.operations).filter(([, { counts }]) => counts === undefined);
  return {
    requestsPerSecond: certain(1),
    concurrentUsers: certain(isUsed ? 1 / requestsPerSecondOfUser(system) : 0),
    operations: Object.fromEntries(others.map(([id]) => [id, certain(0)])),
  };
}

/** Requests/s that a form handles when users do nothing else. */
export function requestsHandled(system: System, form: CapacityForm): Interval {
  return capacityOfForm(system, form, oneRequest(system), { sampleCount: 2_000 }).timesWorkload;
}

/** The system with all figures known, and some demands multiplied. */
export function truthOf(system: System, factorOf: (demand: Demand) => number): System {
  const known = <T extends Demand>(demand: T): T => ({
    ...demand,
    amount: certain(demand.amount.mid * factorOf(demand)),
    ...(demand.seconds === undefined ? {} : { seconds: certain(demand.seconds.mid) }),
  });
  return {
    ...system,
    baseLoads: system.baseLoads.map((base) => ({ ...base, amount: certain(base.amount.mid) })),
    operations: Object.fromEntries(
      Object.entries(system.operations).map(([id, operation]) => [
        id,
        {
          ...operation,
          ...(operation.seconds === undefined ? {} : { seconds: { ...operation.seconds, amount: certain(operation.seconds.amount.mid) } }),
          includes: operation.includes.map((part) => ({ ...part, times: certain(part.times.mid) })),
          demands: operation.demands.map(known),
        },
      ]),
    ),
  };
}

interface Saturation {
  readonly requestsPerSecond: number;
  readonly resource: Pick<Demand, 'component' | 'resource'> | undefined;
  /** Whether each user holds it for as long as the session. */
  readonly isOfSessions: boolean;
}

/** Requests/s at which the first resource of a form is full, of a system whose figures are known. */
export function saturationOf(system: System, form: CapacityForm): Saturation {
  const full = { ...system, thresholds: system.thresholds.map((threshold) => ({ ...threshold, share: 1 })) };
  const { timesWorkload, limit } = capacityOfForm(full, form, oneRequest(system), { sampleCount: 1 });
  const isOfSessions =
    limit?.resource === 'connections' && limit.demands.some(({ operation }) => system.operations[operation]?.kind === 'session');
  return { requestsPerSecond: timesWorkload.mid, resource: limit, isOfSessions };
}

/** Levels of a load test, as multiples of the level at which a resource is full. */
const LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** Largest number of users that is computed one by one. */
const MOST_USERS = 20_000;

/**
 * A load test of a form of a system whose figures are known, by exact mean value analysis of a closed loop of users who pause as
 * the users of the system do (Lazowska et al., Quantitative System Performance, chapter 6).
 */
export function loadTestOf(system: System, form: CapacityForm, noise: number, uniform: () => number): LoadTestPoint[] {
  const { requestsPerSecond: most, isOfSessions } = saturationOf(system, form);
  const users = most / requestsPerSecondOfUser(system);
  const scale = Math.min(1, MOST_USERS / (users * (LEVELS.at(-1) as number)));
  // Fewer users who make proportionally fewer requests/s of a proportionally smaller resource have the same curve.
  const [service, pause] = [1 / (most * scale), 1 / requestsPerSecondOfUser(system)];
  const measured = (requestsPerSecond: number) => requestsPerSecond * (1 + noise * standardNormal(uniform));
  // Each user holds a connection during the session; users without one are refused at once.
  if (isOfSessions) return LEVELS.map((share) => ({ concurrency: share * users, requestsPerSecond: measured(Math.min(1, share) * most) }));
  return LEVELS.map((share) => {
    const level = Math.max(1, Math.round((share * (service + pause)) / service));
    let [queue, throughput] = [0, 0];
    for (let user = 1; user <= level; user++) {
      throughput = user / (pause + service * (1 + queue));
      queue = throughput * service * (1 + queue);
    }
    return { concurrency: level / scale, requestsPerSecond: measured(throughput / scale) };
  });
}
