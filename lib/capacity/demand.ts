import { lazy } from '../core/lazy';
import type { Evidence } from '../model/evidence';
import type { IndexSearch } from '../model/index-search';
import type { BaseLoad, Demand, Operation } from '../model/operation';
import { RESOURCES, type Resource } from '../model/resource';
import type { System } from '../model/system';
import { constantPartOf } from '../model/volumes';
import type { TargetWorkload } from '../model/workload';
import { CachedReads } from './cached-reads';
import { amountDraw, secondsDraw } from './draw';
import type { Entry } from './entry';
import { weakest } from './evidence';
import { searchSeconds, vectorsInIndex } from './index-search';
import { type ReplayingSupply, Replays, replayingSupplies } from './replays';
import type { Samples } from './samples';
import { plusOnce, timesOnce } from './shared-results';
import type { CapacityForm, Part } from './supply';
import { combine, inSample, minus, sumOfProducts, sumOfVectors, times, type Vector } from './vector';
import { type Volumes, volumesIn } from './volumes';

/** The parts of a system that determine its capacity. */
export type SizedSystem = Pick<System, 'id' | 'operations' | 'baseLoads' | 'thresholds' | 'withoutLimit'>;

/** Demand of one operation on a resource. */
export interface OperationDemand {
  /** The operation. */
  readonly operation: string;
  /** Demand of one event/s, or of one session. */
  readonly perUnit: Vector;
  /** Demand of all its events or sessions. */
  readonly load: Vector;
  /** Evidence of the demand. */
  readonly evidence: Evidence;
  /** Whether a load test of the tier itself measured it, and not one of another tier. */
  readonly isMeasuredOnTier: boolean;
  /** Sources of the figures, each once. */
  readonly sources: readonly string[];
  /** Whether all of it is writes that replicas replay, which no event waits for. */
  readonly isReplay: boolean;
}

/** Demand of all operations on one resource of one component: units in use, or units/s. */
export interface ResourceDemand {
  /** Id of the component. */
  readonly component: string;
  /** The resource. */
  readonly resource: Resource;
  /** The primary of a data store, or its replicas. */
  readonly part: Part;
  /** Demands by operation, computed on first use. */
  readonly operations: readonly OperationDemand[];
  /** Load of all operations, by sample; computed on first use. */
  readonly load: Vector;
  /** The part of the load that does not grow with the workload, by sample; computed on first use. */
  readonly constantLoad: Vector;
  /** The part of the load that grows with the workload, by sample; computed on first use. */
  readonly growingLoad: Vector;
  /** The most that one event or session of an operation holds, by sample; 0 where the workload has none. Computed on first use. */
  readonly largest: Vector;
  /** Key of the demands that it consists of: equal keys mean equal demands. */
  readonly key: string;
}

/** Base load of a resource, with a key: equal keys mean equal loads. */
export interface BaseLoadOfForm {
  /** Key of the resource that it loads. */
  readonly key: string;
  /** The load, by sample. */
  readonly load: Vector;
}

/** The demands of a form on one resource. */
interface Group {
  readonly demand: Demand;
  readonly resource: Resource;
  readonly part: Part;
  readonly entries: Entry[];
}

/** The demands of one resource. Forms share it where the same demands count in them. */
class Row implements ResourceDemand {
  private all: Vector | undefined;
  private constant: Vector | undefined;
  private growing: Vector | undefined;
  private most: Vector | undefined;
  private perOperation: readonly OperationDemand[] | undefined;

  constructor(
    readonly key: string,
    readonly component: string,
    readonly resource: Resource,
    readonly part: Part,
    private readonly entries: readonly Entry[],
  ) {}

  get load(): Vector {
    this.all ??= sumOfProducts(this.entries.map(({ volume, perUnit }) => [volume, perUnit()]));
    return this.all;
  }

  get constantLoad(): Vector {
    this.constant ??= sumOfProducts(
      this.entries.filter(({ constantVolume }) => constantVolume !== 0).map(({ constantVolume, perUnit }) => [constantVolume, perUnit()]),
    );
    return this.constant;
  }

  get growingLoad(): Vector {
    if (this.entries.every(({ constantVolume }) => constantVolume === 0)) return this.load;
    this.growing ??= sumOfProducts(this.entries.map((entry) => [growingVolume(entry), entry.perUnit()]));
    return this.growing;
  }

  get largest(): Vector {
    this.most ??= this.entries
      .map(({ volume, amount }) => combine(volume, amount(), (each, one) => (each > 0 ? one : 0)))
      .reduce(larger, 0);
    return this.most;
  }

  get operations(): readonly OperationDemand[] {
    this.perOperation ??= byOperation(this.entries);
    return this.perOperation;
  }
}

/** Use of a held resource by the events or sessions of an operation. */
export interface Hold {
  /** The operation. */
  readonly operation: string;
  /** Id of the component. */
  readonly component: string;
  /** The resource, a held one. */
  readonly resource: Resource;
  /** The primary of a data store, or its replicas. */
  readonly part: Part;
  /** Amount that one event or session holds, in the unit of the resource. */
  readonly amount: Vector;
  /** Seconds that an event holds it; undefined for a session, which lasts. */
  readonly seconds: Vector | undefined;
  /** Mean amount that all events or sessions hold. */
  readonly load: Vector;
  /** Seconds of a search beyond those of its first point, which the seconds of the operation contain; absent: no search. */
  readonly longerSeconds?: Vector;
  /** Whether replicas replay it, which no event waits for. */
  readonly isReplay: boolean;
}

/** Largest number of vectors that are cached for other forms: 80 MB with 10,000 samples. A search of sizes tries thousands. */
const MOST_SHARED_VECTORS = 1_000;

/** Demands of a workload in any form of a tier. Values that do not depend on the form are computed once. */
export class Demands {
  /** Volume of each operation, by sample. */
  readonly volumes: Volumes;
  /** The part of each volume that does not grow with the workload, by sample; empty where all of it grows. */
  readonly constantVolumes: Volumes;
  private readonly entries: readonly Entry[];
  private readonly replays: Replays;
  private readonly reads: CachedReads;
  private readonly rows = new Map<string, Row>();
  private readonly results = new Map<string, Vector>();

  constructor(
    /** The system with its operations. */
    readonly system: SizedSystem,
    targetWorkload: TargetWorkload,
    /** The samples that figures are drawn in. */
    readonly samples: Samples,
  ) {
    this.volumes = volumesIn(samples, system, targetWorkload);
    const constant = constantPartOf(system, targetWorkload);
    this.constantVolumes = constant === undefined ? new Map() : volumesIn(samples, system, constant);
    this.replays = new Replays(samples, system.operations);
    this.reads = new CachedReads(samples);
    this.entries = Object.entries(system.operations)
      .flatMap(([id, operation]) => operation.demands.map((demand, index) => ({ id, operation, demand, index })))
      .map(({ id, operation, demand, index }, position) => {
        const volume = this.volumes.get(id) ?? 0;
        const constantVolume = this.constantVolumes.get(id) ?? 0;
        const amount = lazy(() => this.amountOf(id, demand, index));
        const perUnit = lazy(() => this.perUnit(id, operation, demand, index));
        const load = lazy(() => times(volume, perUnit()));
        return { id: `${position}`, operation: id, demand, index, volume, constantVolume, amount, perUnit, load, sources: [demand.source] };
      });
  }

  /** Demands on every resource that is used in a form. */
  of(form: CapacityForm): ResourceDemand[] {
    const groups = new Map<string, Group>();
    const add = (entry: Entry, resource: Resource, part: Part) => {
      const key = `${entry.demand.component} ${resource} ${part}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { demand: entry.demand, resource, part, entries: [entry] });
      else group.entries.push(entry);
    };
    const counted = this.countedIn(form);
    for (const entry of counted) add(entry, entry.demand.resource, partOf(entry.demand, form));
    for (const supply of replayingSupplies(form)) {
      for (const entry of this.replays.of(supply, counted, form)) add(entry, supply.resource, 'replicas');
    }
    return [...groups.values()].map((group) => this.rowOf(group));
  }

  /** The resources that each operation holds in a form, and for how long: the parts of the demands on held resources. */
  holdsIn(form: CapacityForm): Hold[] {
    const counted = this.countedIn(form);
    const held = counted.filter(({ demand }) => RESOURCES[demand.resource].nature === 'held');
    return [
      ...held.map(({ operation: id, demand, index, amount, load }): Hold => {
        const operation = this.system.operations[id] as Operation;
        const seconds = operation.kind === 'session' ? undefined : this.secondsOf(id, operation, demand, index);
        const { component, resource } = demand;
        const part = partOf(demand, form);
        const longer = seconds === undefined ? {} : this.longerIn(id, demand, index, seconds);
        return { operation: id, component, resource, part, amount: amount(), seconds, load: load(), ...longer, isReplay: false };
      }),
      ...replayingSupplies(form)
        .filter(({ resource }) => RESOURCES[resource].nature === 'held')
        .flatMap((supply) => this.replayed(supply, counted, form)),
    ];
  }

  /** The use of a supply by the changes that replicas replay. */
  replaysIn(form: CapacityForm, supply: ReplayingSupply): Hold[] {
    return this.replayed(supply, this.countedIn(form), form);
  }

  private replayed(supply: ReplayingSupply, counted: readonly Entry[], form: CapacityForm): Hold[] {
    const { component, resource, part } = supply;
    return this.replays.of(supply, counted, form).map(
      ({ operation, amount, load, replay }): Hold => ({
        operation,
        component,
        resource,
        part,
        amount: amount(),
        seconds: replay?.seconds,
        load: load(),
        isReplay: true,
      }),
    );
  }

  /** The demands that count in a form, without the reads that its servers have in memory. */
  private countedIn(form: CapacityForm): readonly Entry[] {
    return this.entries.filter(({ demand }) => countsIn(demand, form)).map((entry) => this.reads.of(entry, form));
  }

  private rowOf({ demand: { component }, resource, part, entries }: Group): Row {
    const key = `${part} ${entries.map(({ id }) => id).join()}`;
    const row = this.rows.get(key) ?? new Row(key, component, resource, part, entries);
    this.rows.set(key, row);
    return row;
  }

  /** A vector that several forms share, computed for the first of them. The name must contain everything that it depends on. */
  once(name: string, compute: () => Vector): Vector {
    const known = this.results.get(name);
    if (known !== undefined) return known;
    const result = compute();
    const [oldest] = this.results.size < MOST_SHARED_VECTORS ? [] : this.results.keys();
    if (oldest !== undefined) this.results.delete(oldest);
    this.results.set(name, result);
    return result;
  }

  /** Base load of a resource, for a number of instances and workers per instance. */
  baseLoad(
    { component, resource }: Pick<ResourceDemand, 'component' | 'resource'>,
    form: CapacityForm,
    { instances, workers }: { readonly instances: number; readonly workers: number },
  ): BaseLoadOfForm {
    const copies: Readonly<Record<BaseLoad['per'], number>> = { component: 1, instance: instances, worker: instances * workers };
    const meant = this.system.baseLoads
      .map((base, index) => ({ base, index }))
      .filter(({ base }) => base.component === component && base.resource === resource && countsIn(base, form));
    const key = meant.map(({ base, index }) => `${index}×${copies[base.per]}`).join(' ');
    const load = meant
      .map(({ base, index }) => timesOnce(this.samples.draw(`base ${index}`, base.amount), copies[base.per]))
      .reduce(plusOnce, 0);
    return { key, load };
  }

  private perUnit(id: string, operation: Operation, demand: Demand, index: number): Vector {
    const amount = this.amountOf(id, demand, index);
    if (operation.kind === 'session' || RESOURCES[demand.resource].nature !== 'held') return amount;
    return timesOnce(amount, this.secondsOf(id, operation, demand, index));
  }

  private amountOf(id: string, demand: Demand, index: number): Vector {
    const { name, isRest } = amountDraw(id, demand, index);
    return this.samples.draw(name, demand.amount, isRest);
  }

  /** A demand without seconds of its own uses those of the operation, so that both are long in the same samples. */
  private secondsOf(id: string, operation: Operation, demand: Demand, index: number): Vector {
    const { seconds, search } = demand;
    if (search !== undefined) return this.once(`${id} ${index} search seconds`, () => this.searchSecondsOf(id, demand, index, search));
    return seconds === undefined
      ? this.samples.draw(`${id} seconds`, operation.seconds?.amount ?? { low: 0, mid: 0, high: 0 })
      : this.samples.draw(secondsDraw(id, demand, index).name, seconds);
  }

  private longerIn(id: string, demand: Demand, index: number, seconds: Vector): Pick<Hold, 'longerSeconds'> {
    const first = demand.search?.points[0];
    if (first === undefined) return {};
    return { longerSeconds: minus(seconds, this.samples.draw(secondsDraw(id, demand, index).name, first.seconds)) };
  }

  /** Seconds of a search in an index with as many vectors as the workload stores. */
  private searchSecondsOf(id: string, demand: Demand, index: number, search: IndexSearch): Vector {
    const [stored, indexes] = [this.volumes.get(search.stored) ?? 0, this.volumes.get(search.indexes) ?? 0];
    const { name } = secondsDraw(id, demand, index);
    const points = search.points.map(({ vectors, seconds }) => ({ vectors, seconds: this.samples.draw(name, seconds) }));
    return Float64Array.from({ length: this.samples.count }, (_, sample) =>
      searchSeconds(
        points.map(({ vectors, seconds }) => ({ vectors, seconds: inSample(seconds, sample) })),
        search.index,
        vectorsInIndex(search, stored, indexes, sample),
      ),
    );
  }
}

/** Whether a demand or base load applies to a form: by its tier, and by the components of the form. */
export function countsIn(
  { tiers, with: needed, without }: Pick<Demand, 'tiers' | 'with' | 'without'>,
  { tier, components }: CapacityForm,
): boolean {
  return (
    (tiers?.includes(tier) ?? true) &&
    (needed === undefined || components.includes(needed)) &&
    (without === undefined || !components.includes(without))
  );
}

/** The part that serves a demand: the replicas for read-only demands where the form has replicas; otherwise the primary. */
export function partOf({ component, resource, readOnly }: Demand, { supplies }: CapacityForm): Part {
  const hasReplicas = supplies.some(
    (supply) => supply.component === component && supply.resource === resource && supply.part === 'replicas',
  );
  return readOnly && hasReplicas ? 'replicas' : 'primary';
}

/** Where rounding makes the constant part larger than the volume, nothing grows. */
function growingVolume({ volume, constantVolume }: Entry): Vector {
  return constantVolume === 0 ? volume : combine(volume, constantVolume, (all, constant) => Math.max(0, all - constant));
}

function larger(left: Vector, right: Vector): Vector {
  return combine(left, right, Math.max);
}

function byOperation(entries: readonly Entry[]): OperationDemand[] {
  return [...new Set(entries.map(({ operation }) => operation))].map((operation) => {
    const own = entries.filter((entry) => entry.operation === operation);
    const unit = lazy(() => sumOfVectors(own.map(({ perUnit }) => perUnit())));
    const all = lazy(() => sumOfVectors(own.map(({ load }) => load())));
    return {
      operation,
      get perUnit() {
        return unit();
      },
      get load() {
        return all();
      },
      evidence: weakest(own.map(({ demand }) => demand.evidence)),
      isMeasuredOnTier: own.every(({ demand: { evidence, tiers } }) => evidence === 'measured' && tiers?.length === 1),
      sources: [...new Set(own.flatMap(({ sources }) => sources))],
      isReplay: own.every(({ replay }) => replay !== undefined),
    };
  });
}
