import type { Asked, BaseLoad, Demand, Evidence, Operation, Resource, System } from '../../model';
import { RESOURCES } from '../../model';
import { weakest } from './evidence';
import type { CapacityForm, Part } from './supply';
import { plus, sumOfVectors, times, type Vector } from './vector';
import { type Volumes, volumesIn } from './volumes';
import type { Worlds } from './worlds';

/** What of a system its capacity follows from. */
export type SizedSystem = Pick<System, 'id' | 'operations' | 'baseLoads' | 'thresholds'>;

/** What one operation needs of a resource. */
export interface OperationDemand {
  readonly operation: string;
  /** For one event a second, or for one session. */
  readonly perUnit: Vector;
  /** For as many as there are. */
  readonly load: Vector;
  readonly evidence: Evidence;
  /** Sources of the figures, each once. */
  readonly sources: readonly string[];
}

/** What all operations need of one resource of one component: units in use at once, or units a second. */
export interface ResourceDemand {
  readonly component: string;
  readonly resource: Resource;
  readonly part: Part;
  readonly operations: readonly OperationDemand[];
  readonly load: Vector;
}

/** One demand of the system's data, with its vectors; the same for every form in which it counts. */
interface Entry {
  readonly id: number;
  readonly operation: string;
  readonly demand: Demand;
  readonly perUnit: Vector;
  readonly load: Vector;
}

interface Row {
  readonly component: string;
  readonly resource: Resource;
  readonly part: Part;
  readonly entries: Entry[];
}

/** What a workload needs, in any form of a tier. Everything that does not depend on the form is computed once. */
export class Demands {
  readonly volumes: Volumes;
  private readonly entries: readonly Entry[];
  private readonly sums = new Map<string, Vector>();

  constructor(
    readonly system: SizedSystem,
    asked: Asked,
    readonly worlds: Worlds,
  ) {
    this.volumes = volumesIn(worlds, system, asked);
    this.entries = Object.entries(system.operations)
      .flatMap(([id, operation]) => operation.demands.map((demand, index) => ({ id, operation, demand, index })))
      .map(({ id, operation, demand, index }, position) => {
        const perUnit = this.perUnit(id, operation, demand, index);
        return { id: position, operation: id, demand, perUnit, load: times(this.volumes.get(id) ?? 0, perUnit) };
      });
  }

  /** Of every resource that something needs in this form. */
  of(form: CapacityForm): ResourceDemand[] {
    const rows = new Map<string, Row>();
    for (const entry of this.entries) {
      if (!counts(entry.demand, form)) continue;
      const { component, resource } = entry.demand;
      const part = partOf(entry.demand, form);
      const key = `${component} ${resource} ${part}`;
      const row = rows.get(key) ?? { component, resource, part, entries: [] };
      row.entries.push(entry);
      rows.set(key, row);
    }
    return [...rows.values()].map(({ entries, ...row }) => ({ ...row, operations: byOperation(entries), load: this.loadOf(entries) }));
  }

  /** What is in use of a resource before anybody comes: of each instance, of each of its workers, or once. */
  baseLoads({ component, resource }: Pick<ResourceDemand, 'component' | 'resource'>, form: CapacityForm, per: BaseLoad['per']): Vector {
    const { baseLoads } = this.system;
    return baseLoads.reduce<Vector>((sum, base, index) => {
      const meant = base.component === component && base.resource === resource && base.per === per && counts(base, form);
      return meant ? plus(sum, this.worlds.sample(`base ${index}`, base.amount)) : sum;
    }, 0);
  }

  private perUnit(id: string, operation: Operation, demand: Demand, index: number): Vector {
    const amount = this.worlds.sample(`${id} ${index} amount`, demand.amount);
    if (operation.kind === 'session' || RESOURCES[demand.resource].nature !== 'held') return amount;
    // A demand without seconds of its own shares those of the operation: it is long when the operation is.
    const seconds =
      demand.seconds === undefined
        ? this.worlds.sample(`${id} seconds`, operation.seconds?.amount ?? { low: 0, mid: 0, high: 0 })
        : this.worlds.sample(`${id} ${index} seconds`, demand.seconds);
    return times(amount, seconds);
  }

  private loadOf(entries: readonly Entry[]): Vector {
    const key = entries.map(({ id }) => id).join();
    let sum = this.sums.get(key);
    if (sum === undefined) {
      sum = sumOfVectors(entries.map(({ load }) => load));
      this.sums.set(key, sum);
    }
    return sum;
  }
}

function counts({ tiers, with: needed, without }: Demand | BaseLoad, { tier, components }: CapacityForm): boolean {
  return (
    (tiers?.includes(tier) ?? true) &&
    (needed === undefined || components.includes(needed)) &&
    (without === undefined || !components.includes(without))
  );
}

/** Reads go to the replicas where there are some, everything else to the primary. */
function partOf({ component, resource, readOnly }: Demand, { supplies }: CapacityForm): Part {
  const hasReplicas = supplies.some(
    (supply) => supply.component === component && supply.resource === resource && supply.part === 'replicas',
  );
  return readOnly && hasReplicas ? 'replicas' : 'primary';
}

function byOperation(entries: readonly Entry[]): OperationDemand[] {
  return [...new Set(entries.map(({ operation }) => operation))].map((operation) => {
    const own = entries.filter((entry) => entry.operation === operation);
    return {
      operation,
      perUnit: sumOfVectors(own.map(({ perUnit }) => perUnit)),
      load: sumOfVectors(own.map(({ load }) => load)),
      evidence: weakest(own.map(({ demand }) => demand.evidence)),
      sources: [...new Set(own.map(({ demand }) => demand.source))],
    };
  });
}
