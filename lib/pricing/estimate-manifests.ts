import type { PriceBook } from '../catalog/price';
import type { DeclaredUse } from '../contract/schema';
import { USAGE_KEYS } from '../contract/usage';
import { addIntervals, type Interval } from '../core/interval';
import type { Cluster, ObjectWithDemand } from '../scheduling/cluster';
import { componentOf, scopeOf } from '../scheduling/component';
import type { Disk } from '../scheduling/object-demand';
import { idOf } from '../scheduling/object-index';
import type { Packing } from '../scheduling/pod-packing/pack-pods';
import { chargeLines, readableLines } from './charge-lines';
import type { Estimate, LineItem } from './estimate';
import { externalLine } from './external-line';
import { nodeCharges, nodesByPool } from './manifest-nodes';
import { objectCharges } from './manifest-objects';
import { unplacedLines } from './manifest-unplaced';
import { DECLARED_KEYS, declaredCharge, FREE_USE } from './manifest-use';
import type { Charge, Counted, UsageContext } from './pricer';
import { ONE_MONTH_HOURS } from './pricers/quantities';
import { uncountedUse } from './require-all-counted';
import { resourceCounts, totalsOf } from './totals';
import { transferLines, transferUse } from './transfer-lines';
import { freeLine, unpricedLine } from './unbilled-lines';
import { makeUsageLedger, type UsageLedger } from './usage-ledger';

/** The manifests to estimate: the objects of a cluster, and the nodes that its pods were placed on. */
export interface ManifestsToPrice {
  /** The objects, with the demand of each on a cluster. */
  readonly cluster: Cluster;
  /** The nodes, at low, mid and high. */
  readonly packings: Interval<Packing>;
  /** The disks of each node of a pool. */
  disksOf(pool: string): readonly Disk[];
  /** Component that the nodes of a pool are listed under. */
  componentOfPool(pool: string): string;
  /** Control plane of the cluster: that of EKS, which has a price, or none. */
  readonly controlPlane: 'eks' | 'none';
  /** Declared usage, by the scope of the objects that it belongs to. */
  readonly declared: ReadonlyMap<string, DeclaredUse>;
  /** Prices of the region. */
  readonly book: PriceBook;
}

/** The estimate of manifests, with declared usage that it does not contain. */
export interface ManifestEstimate {
  /** The estimate. */
  readonly estimate: Estimate;
  /** Declared usage of objects that are not among the manifests: no line contains it. */
  readonly uncounted: readonly string[];
}

/**
 * The estimate of manifests: nodes, volumes, load balancers, control plane and declared usage. Every object is in one of
 * the four states.
 */
export function estimateManifests(manifests: ManifestsToPrice): ManifestEstimate {
  const { cluster, book, declared } = manifests;
  const ledgers = new Ledgers(declared);
  const unplaced = unplacedLines(cluster, manifests.packings);
  const byObject = cluster.objects.map((read) => objectLines(read, manifests, ledgers, unplaced.get(idOf(read.object))));
  const others = [...unplaced].filter(([id]) => !cluster.objects.some(({ object }) => idOf(object) === id)).map(([, line]) => line);
  const objectsLines = [...byObject.flat(), ...others];
  const nodeLines = linesOfNodes(manifests, ledgers);
  const restLines = [...transferLines(transferUse(ledgers.all), book), ...linesOfRest(cluster, ledgers.all, book)];
  const externals = [...declared.values()].flatMap((use) => use.externals.map(externalLine));
  const lineItems = [...nodeLines, ...objectsLines, ...restLines, ...externals];
  const estimate: Estimate = {
    currency: 'USD',
    region: book.region,
    ...totalsOf(lineItems),
    resources: resourceCounts(byObject),
    lineItems,
  };
  return { estimate, uncounted: uncountedUse(ledgers.all, objectsLines) };
}

/** Declared usage by scope. An object of a scope without a declaration has an empty ledger. */
class Ledgers {
  readonly #byScope: ReadonlyMap<string, UsageLedger>;
  readonly #none = makeUsageLedger([]);

  constructor(declared: ReadonlyMap<string, DeclaredUse>) {
    this.#byScope = new Map([...declared].map(([scope, { usage }]) => [scope, makeUsageLedger(usage)]));
  }

  get all(): readonly UsageLedger[] {
    return this.#byScope.size === 0 ? [this.#none] : [...this.#byScope.values()];
  }

  contextOf(scope: string): UsageContext {
    const ledger = this.#byScope.get(scope) ?? this.#none;
    return { usage: (counted, key) => ledger.quantityFor(counted, key) };
  }

  /** For nodes, which run pods of all scopes: the sum of the quantities that the scopes declare for the component. */
  get sharedContext(): UsageContext {
    return {
      usage: (counted, key) => {
        const declaring = this.all.filter((ledger) => ledger.declaresUsageOf(counted));
        const [first, ...others] = declaring.map((ledger) => ledger.quantityFor(counted, key));
        if (first === undefined) return this.#none.quantityFor(counted, key);
        if (others.length === 0) return first;
        const found = [first, ...others];
        return {
          quantity: addIntervals(...found.map(({ quantity }) => quantity)),
          assumption: { kind: 'sum', of: found.map(({ assumption }) => ({ assumption })) },
          isDeclared: true,
        };
      },
    };
  }
}

function objectLines(
  { object, demand }: ObjectWithDemand,
  manifests: ManifestsToPrice,
  ledgers: Ledgers,
  unplaced: LineItem | undefined,
): LineItem[] {
  const { book } = manifests;
  const subject = { id: idOf(object), component: componentOf(object), type: object.kind };
  const context = ledgers.contextOf(scopeOf(object));
  const storages = (demand.volumes ?? []).map(({ storage }) => storage);
  const lines = [
    ...readableLines(subject, () => {
      const charges = objectCharges({ ...subject, name: object.name }, demand, book.zones.length, context);
      return charges.flatMap((charge) => chargeLines(charge, subject, book));
    }),
    ...(demand.unpriced ?? []).map((problem) => unpricedLine(subject, { kind: 'unreadable-object', problem })),
    ...storages.flatMap((storage) =>
      storage.kind === 'unknown' ? [unpricedLine(subject, { kind: 'unknown-storage', problem: storage.problem })] : [],
    ),
    ...(unplaced === undefined ? [] : [unplaced]),
  ];
  if (lines.length > 0) return lines;
  const free = demand.free ?? storages.flatMap((storage) => (storage.kind === 'free' ? [storage.reason] : []))[0];
  return [free === undefined ? unpricedLine(subject, { kind: 'no-charges' }) : freeLine(subject, free)];
}

function linesOfNodes(manifests: ManifestsToPrice, ledgers: Ledgers): LineItem[] {
  const { packings, book, controlPlane, disksOf, componentOfPool } = manifests;
  const ofNodes = nodesByPool(packings, disksOf).flatMap((nodes) => {
    const counted: Counted = { id: nodes.pool, component: componentOfPool(nodes.pool) };
    const subject = { id: null, component: counted.component, type: 'Node' };
    return readableLines(subject, () =>
      nodeCharges(counted, nodes, ledgers.sharedContext).flatMap((charge) => chargeLines(charge, subject, book)),
    );
  });
  const plane = { id: null, component: 'cluster', type: 'ControlPlane' };
  return [...(controlPlane === 'eks' ? chargeLines(CONTROL_PLANE, plane, book) : []), ...ofNodes];
}

const CONTROL_PLANE: Charge = { kind: 'cluster-hours', details: ['EKS'], sku: 'eks/cluster', quantity: ONE_MONTH_HOURS, group: 'compute' };

/** Usage of services that no object represents. */
function linesOfRest({ objects }: Cluster, ledgers: readonly UsageLedger[], book: PriceBook): LineItem[] {
  const withPods = new Set(objects.filter(({ demand }) => demand.pods !== undefined).map(({ object }) => componentOf(object)));
  return ledgers.flatMap((ledger) => [
    ...USAGE_KEYS.flatMap((key) => {
      const reason = FREE_USE[key];
      if (reason === undefined) return [];
      return ledger.takeRest(key).map(({ component }) => freeLine({ id: null, component, type: 'DeclaredUse' }, reason));
    }),
    ...DECLARED_KEYS.flatMap((key) =>
      ledger.takeRest(key).flatMap((declaration) => {
        const { component } = declaration;
        const charge = declaredCharge(declaration, withPods.has(component));
        return charge === undefined ? [] : chargeLines(charge, { id: null, component, type: 'DeclaredUse' }, book);
      }),
    ),
  ]);
}
