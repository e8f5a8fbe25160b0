import { MS_PER_SECOND } from '../core/time';
import { type Alarm, MEASURES, type Measure } from '../model/alarm';
import type { Resource } from '../model/resource';
import type { ServiceLevels } from '../model/scenario';
import type { System } from '../model/system';
import type { ResolvedAlarm } from './blueprint';

/**
 * Default levels for documents without levels. The level of replication lag is the lag that users notice when they read their own
 * writes; the other levels are those of most documents in this repository.
 */
const DEFAULT_LEVELS: Readonly<Record<Measure, { readonly warning: number; readonly forMinutes: number }>> = {
  processor: { warning: 0.7, forMinutes: 5 },
  memory: { warning: 0.8, forMinutes: 5 },
  connections: { warning: 0.8, forMinutes: 5 },
  storage: { warning: 0.8, forMinutes: 15 },
  latency: { warning: 1_000, forMinutes: 5 },
  errors: { warning: 0.01, forMinutes: 5 },
  'replication-lag': { warning: 10, forMinutes: 5 },
  'slow-queries': { warning: 0.01, forMinutes: 15 },
  'queue-depth': { warning: 100, forMinutes: 5 },
  'cache-hits': { warning: 0.7, forMinutes: 30 },
};

/**
 * Critical level as a multiple of the warning level, for documents that give one level: barber-ops has 2 s and 5 s, 1% and
 * 5%. Lag and depth have no upper bound, so their factor is ten. Half the hit rate is twice the misses of a cache that serves most
 * reads.
 */
const CRITICAL_TIMES: Partial<Readonly<Record<Measure, number>>> = {
  latency: 2.5,
  errors: 5,
  'replication-lag': 10,
  'slow-queries': 5,
  'queue-depth': 10,
  'cache-hits': 0.5,
};

/** Measures whose warning level is the threshold of a resource. */
const BY_THRESHOLD = {
  processor: 'processor',
  memory: 'memory',
  connections: 'connections',
  storage: 'storage',
} as const satisfies Partial<Record<Measure, Resource>>;

/** Levels of every measure for all components, and for each component that the system names. */
export function alarmsOf(system: Pick<System, 'alarms' | 'thresholds' | 'serviceLevels'>): ResolvedAlarm[] {
  const measures = Object.keys(MEASURES) as Measure[];
  return measures.flatMap((measure) => {
    const named = [...system.alarms.filter((alarm) => alarm.measure === measure), ...thresholdAlarms(measure, system)];
    const components = [...new Set(named.flatMap(({ component }) => component ?? []))];
    const general = resolved(measure, undefined, named);
    return [general, ...components.map((component) => resolved(measure, component, named, general))];
  });
}

/** Alarm levels from thresholds. A threshold of 1 is only for the computation of capacity and gives no level. */
function thresholdAlarms(measure: Measure, { thresholds, serviceLevels }: Pick<System, 'thresholds' | 'serviceLevels'>): Alarm[] {
  const resource: Resource | undefined = measure in BY_THRESHOLD ? BY_THRESHOLD[measure as keyof typeof BY_THRESHOLD] : undefined;
  const shares = thresholds.filter((threshold) => threshold.resource === resource && threshold.share < 1);
  const level = serviceLevels && levelOf(measure, serviceLevels);
  return [
    ...shares.map(({ component, share, source }) => ({
      measure,
      ...(component === undefined ? {} : { component }),
      warning: share,
      source,
    })),
    ...(level === undefined || serviceLevels === undefined ? [] : [{ measure, warning: level, source: serviceLevels.source }]),
  ];
}

/** The objective of a measure, in the unit of the measure. */
function levelOf(measure: Measure, { p95Ms, errorShare, replicationLagMs }: ServiceLevels): number | undefined {
  if (measure === 'latency') return p95Ms;
  if (measure === 'errors') return errorShare;
  return measure === 'replication-lag' && replicationLagMs !== undefined ? replicationLagMs / MS_PER_SECOND : undefined;
}

/** The first defined level: alarms before thresholds, and those of a component before those of all components. */
function resolved(measure: Measure, component: string | undefined, named: readonly Alarm[], general?: ResolvedAlarm): ResolvedAlarm {
  const own = named.filter((alarm) => alarm.component === component);
  const warned = own.find(({ warning }) => warning !== undefined);
  const warning = warned?.warning ?? general?.warning ?? DEFAULT_LEVELS[measure].warning;
  const critical = own.find((alarm) => alarm.critical !== undefined)?.critical ?? criticalAfter(measure, warning);
  const source = own[0]?.source ?? general?.source;
  return {
    measure,
    ...(component === undefined ? {} : { component }),
    warning,
    critical,
    forMinutes:
      own.find(({ forMinutes }) => forMinutes !== undefined)?.forMinutes ?? general?.forMinutes ?? DEFAULT_LEVELS[measure].forMinutes,
    ...(source !== undefined && { source }),
  };
}

/** Critical level of a share: half of the rest above the warning level is used. */
function criticalAfter(measure: Measure, warning: number): number {
  const times = CRITICAL_TIMES[measure];
  return rounded(times === undefined ? (1 + warning) / 2 : warning * times);
}

/** Removes rounding errors: 0.85 instead of 0.8500000000000001. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
