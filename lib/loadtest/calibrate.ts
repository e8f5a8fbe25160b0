import type { SizedSystem } from '../capacity/demand';
import type { CapacityForm } from '../capacity/supply';
import { InputError, type Problem, shown } from '../core/problems';
import type { Demand, Operation } from '../model/operation';
import type { System } from '../model/system';
import type { Calibration } from './calibration';
import { limitingRow } from './limiting-row';
import { measuredDemand } from './measured-demand';
import { testedRows } from './tested-rows';

/** Input of the application of a calibration to a system. */
export interface CalibrationContext {
  /** Subject of errors: `calibration results/calibration.json`. */
  readonly subject: string;
  /** Ids of the tiers of the system. */
  readonly tiers: readonly string[];
}

/** Input of the application of a load test to a system. */
export interface LoadTestContext extends CalibrationContext {
  /** Ids of the components that HTTP requests reach. */
  readonly reached: ReadonlySet<string>;
}

/**
 * The system with the demands that a load test of one tier measured: those of requests, of the operations that requests cause, and of
 * the sessions of users. On the resource that limits the tested load, they become the measured ones, larger or smaller. On other
 * resources they become at most those with which the tested throughput is possible. Other tiers keep their figures, because the
 * test did not cover them. Throws an InputError for a calibration of another system or tier, and for one without a load within its limits.
 */
export function calibrated<Sized extends SizedSystem>(
  system: Sized,
  form: CapacityForm,
  calibration: Calibration,
  { subject, tiers, reached }: LoadTestContext,
): Sized {
  const id = countedRequests(system, subject);
  checkCalibration(system, form, calibration, { subject, id });
  const rows = testedRows(id, system, form, calibration, reached);
  const limiting = limitingRow(rows, calibration);
  if (limiting === undefined) return system;
  const measured = new Map<Demand, Demand>();
  for (const row of rows) {
    for (const { demand, replacement } of row.demands.map((tested) => measuredDemand(tested, row, limiting, calibration))) {
      if (replacement !== undefined) measured.set(demand, replacement);
    }
  }
  const operations = Object.fromEntries(
    Object.entries(system.operations).map(([key, operation]) => [key, withMeasured(operation, measured, calibration.tier, tiers)]),
  );
  return { ...system, operations };
}

/** Id of the operation that counts the requests. Throws an InputError about the subject where none does. */
export function countedRequests({ id, operations }: Pick<System, 'id' | 'operations'>, subject: string): string {
  const found = Object.keys(operations).find((candidate) => operations[candidate]?.counts === 'http-requests');
  if (found !== undefined) return found;
  throw new InputError(subject, [{ path: 'system', received: shown(id), expected: 'a system with an operation that counts its requests' }]);
}

function checkCalibration(
  system: SizedSystem,
  form: CapacityForm,
  calibration: Calibration,
  { subject, id }: { readonly subject: string; readonly id: string },
): void {
  const problems: Problem[] = [
    ...(calibration.system === system.id ? [] : [{ path: 'system', received: shown(calibration.system), expected: system.id }]),
    ...(calibration.tier === form.tier ? [] : [{ path: 'tier', received: shown(calibration.tier), expected: form.tier }]),
    ...(system.operations[id]?.kind === 'event'
      ? []
      : [{ path: 'system', received: shown(id), expected: 'a system whose requests are events' }]),
    ...calibration.thresholds.flatMap(({ threshold, outcome }, index) =>
      outcome === 'always-exceeded'
        ? [
            {
              path: `thresholds.${index}.outcome`,
              received: shown(outcome),
              expected: `a load test with a level within the limit of ${threshold}: test lower levels of concurrency, or fit with another limit`,
            },
          ]
        : [],
    ),
  ];
  if (problems.length > 0) throw new InputError(subject, problems);
}

/** Other tiers keep the demands of the definition, at their places, because the samples of a demand depend on its place. */
export function withMeasured(
  operation: Operation,
  measured: ReadonlyMap<Demand, Demand>,
  tested: string,
  tiers: readonly string[],
): Operation {
  const replacements = operation.demands.flatMap((demand) => measured.get(demand) ?? []);
  if (replacements.length === 0) return operation;
  const kept = operation.demands.map((demand) =>
    measured.has(demand) ? { ...demand, tiers: (demand.tiers ?? tiers).filter((tier) => tier !== tested) } : demand,
  );
  return { ...operation, demands: [...kept, ...replacements] };
}
