import { InputError, type Problem } from '../core/problems';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import { type Observation, observationOf } from '../observation/observation';
import { type ObservedForm, observedForm } from '../observation/observed-form';
import type { UnknownUse } from '../observation/observed-use';
import { MAX_METRICS_BYTES, readMetrics } from '../observation/read-metrics';
import { calibratedSystem, formOfTier } from './capacity-of';
import { type ChangedDemand, changedDemands } from './changed-demands';
import { digestedFile } from './digested-file';
import { type SystemReference, systemOf } from './system-reference';
import { measuredTierProblems, testedInstances } from './tested-instances';

/** Metrics of a production system. */
export interface ObserveRequest {
  /** Paths of files with metrics of the same time. */
  readonly files: readonly string[];
  /** The observed system: one of your own, or the id of an example. */
  readonly system: SystemReference;
  /** Id of the tier that runs. */
  readonly tier: string;
  /** Number of instances that run, by service. A series of instances takes precedence. Default: the minimum of the tier. */
  readonly instances?: Readonly<Record<string, number>>;
}

/** Demands that the metrics of a production system show. */
export interface ObserveAnswer extends Pick<ObservedForm, 'uses' | 'unknown' | 'requestsPerSecond'> {
  /** Data that `capacity` and `recommend` size the observed tier by. */
  readonly observation: Observation;
  /** Demands of the observed tier that the calibration changes. */
  readonly changes: readonly ChangedDemand[];
}

const READ = { expected: 'a readable file of metrics', maxBytes: MAX_METRICS_BYTES };

/**
 * Finds how the resources of a tier follow the requests in production. Throws an InputError for an unknown system or tier, for unreadable
 * metrics, and for metrics that show no demand.
 */
export async function observeMetrics(request: ObserveRequest): Promise<ObserveAnswer> {
  const { files, system: reference, instances: given = {} } = request;
  const system = systemOf(reference);
  const tier = observedTier(system, request);
  const sha256 = new Map<string, string>();
  const runs = await readMetrics(files.map((name) => digestedFile(name, `metrics ${name}`, READ, sha256)));
  const { counts, assumed } = testedInstances(tier, given);
  const { requests, counted, ...observed } = observedForm(runs, system, formOfTier(system, tier.id), counts);
  if (observed.uses.length === 0) throw new InputError('metrics', [nothingKnown(observed.unknown)]);
  const usesOf = (service: string) => observed.uses.some(({ component }) => component === service);
  const observation = observationOf({
    ...observed,
    system: system.id,
    tier: tier.id,
    times: [...requests.keys()],
    instances: Object.fromEntries(Object.entries(counts).filter(([service]) => !counted.includes(service))),
    assumedInstances: assumed.filter((service) => !counted.includes(service) && usesOf(service)),
    runs,
    sha256,
  });
  const changes = changedDemands(system, calibratedSystem(system, observation, 'the calibration'));
  return { ...observed, observation, changes };
}

function nothingKnown(unknown: readonly UnknownUse[]): Problem {
  const reasons = unknown.map(({ component, resource, reason }) => `${component} ${resource} (${reason})`).join(', ');
  return { path: 'series', reason: `no demand follows from them: ${reasons}`, expected: 'a resource whose use grows with requests/s' };
}

/** The observed tier. Metrics may be large: system and tier are checked before they are read. */
function observedTier(system: System, { tier, instances }: ObserveRequest): Tier {
  const problems = measuredTierProblems(system, tier, instances);
  const observed = system.tiers.find(({ id }) => id === tier);
  if (problems.length > 0 || observed === undefined) throw new InputError('request', problems);
  return observed;
}
