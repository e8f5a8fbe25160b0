import type { UsageDeclaration } from '../contract/schema';
import { type UsageKey, usageUnitText } from '../contract/usage';
import { certain, type Interval } from '../core/interval';
import { type GivenLookup, type GivenQuantity, NOTHING_GIVEN } from './given-usage';
import type { Counted, SourcedQuantity } from './pricer';
import { UnreadableProperty } from './property-problem';

/** Key of the average count of a scaling group. Pricers of groups read it; it is not a quantity that is charged. */
const EXPECTED_COUNT = 'expectedCount';

interface Entry {
  readonly declaration: UsageDeclaration;
  /** Logical id of the resource that the quantity is counted on, `null` for a line without one; absent while it isn't counted. */
  countedOn?: string | null;
}

/** A quantity that a price depends on. */
export interface UsageRead {
  /** Logical id of the resource; `null` for data transfer. */
  readonly resource: string | null;
  /** Kind of usage. */
  readonly key: UsageKey;
  /** Unit of the amount in words: `requests per month`. */
  readonly unit: string;
  /** The given or declared amount; `null` when it is unknown. */
  readonly quantity: Interval | null;
}

/** Declared usage. Every quantity is counted once, on the first resource whose pricer reads it. */
export interface UsageLedger {
  /**
   * Declared quantity for a resource; counts it on that resource. Zero, with `isDeclared` false, when no usage of its component
   * is declared. Throws an UnreadableProperty when usage of the component is declared, but not this quantity: it is unknown then.
   */
  quantityFor(resource: Counted, key: UsageKey): SourcedQuantity;
  /** Whether usage of the resource's component is declared: any usage, or this kind. */
  declaresUsageOf(resource: Pick<Counted, 'component'>, key?: UsageKey): boolean;
  /** Declared number of members of a scaling group; undefined when none was declared. */
  expectedCount(resource: Counted): number | undefined;
  /** The quantity of data transfer that is given for the estimate; undefined when none is given. */
  givenTransfer(key: UsageKey): SourcedQuantity | undefined;
  /** Quantities that prices depend on, in the order in which they were read. */
  readonly reads: readonly UsageRead[];
  /** Counts the declared quantities of a key, of all components, that no resource has counted. */
  takeRest(key: UsageKey): readonly UsageDeclaration[];
  /** Whether a quantity of the key has been counted. */
  isCounted(key: UsageKey): boolean;
  /** Declared quantities above zero that have not been counted. */
  uncounted(): readonly UsageDeclaration[];
}

/** A ledger of declared usage, in which nothing is counted yet. Given usage counts instead of declared usage. */
export function makeUsageLedger(declarations: readonly UsageDeclaration[], given: GivenLookup = NOTHING_GIVEN): UsageLedger {
  const entries = entriesOf(declarations);
  const components = new Set(declarations.map(({ component }) => component));
  const reads: UsageRead[] = [];
  const shares = new Map<string, string>();
  return {
    reads,
    quantityFor: (resource, key) => {
      const entry = entries.get(entryName(resource.component, key));
      const own = given.ofResource(resource.id, key);
      reads.push({ resource: resource.id, key, unit: usageUnitText(key), quantity: own?.quantity ?? entry?.declaration.quantity ?? null });
      if (own !== undefined) {
        if (entry !== undefined) entry.countedOn ??= resource.id;
        return countGiven(own, resource, key, shares);
      }
      if (entry !== undefined) return countOn(entry, resource);
      if (!components.has(resource.component)) return undeclared(key);
      throw new UnreadableProperty({ kind: 'usage-not-declared', component: resource.component, key });
    },
    declaresUsageOf: ({ component }, key) => (key === undefined ? components.has(component) : entries.has(entryName(component, key))),
    expectedCount: ({ id, component }) => {
      const quantity =
        given.ofResource(id, EXPECTED_COUNT)?.quantity ?? entries.get(entryName(component, EXPECTED_COUNT))?.declaration.quantity;
      reads.push({ resource: id, key: EXPECTED_COUNT, unit: usageUnitText(EXPECTED_COUNT), quantity: quantity ?? null });
      return quantity?.mid;
    },
    givenTransfer: (key) => {
      const own = given.ofNetwork(key);
      return own && givenQuantity(own);
    },
    takeRest: (key) => takeRest([...entries.values()].filter((entry) => isLeft(entry) && entry.declaration.key === key)),
    isCounted: (key) => [...entries.values()].some((entry) => entry.declaration.key === key && !isLeft(entry)),
    uncounted: () => [...entries.values()].filter((entry) => isLeft(entry) && isBillable(entry)).map(({ declaration }) => declaration),
  };
}

function entriesOf(declarations: readonly UsageDeclaration[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const declaration of declarations) {
    const name = entryName(declaration.component, declaration.key);
    if (entries.has(name)) throw new Error(`usage is declared twice: ${name}`);
    entries.set(name, { declaration });
  }
  return entries;
}

function entryName(component: string, key: UsageKey): string {
  return `${component} ${key}`;
}

function undeclared(key: UsageKey): SourcedQuantity {
  return { quantity: certain(0), assumption: { kind: 'no-usage-declared', key }, isDeclared: false };
}

function countOn(entry: Entry, resource: Counted): SourcedQuantity {
  const { quantity, basis } = entry.declaration;
  entry.countedOn ??= resource.id;
  if (entry.countedOn === resource.id) return { quantity, assumption: { kind: 'declared-usage', basis }, isDeclared: true };
  return { quantity: certain(0), assumption: { kind: 'counted-on-resource', resource: entry.countedOn }, isDeclared: true };
}

/** Usage of a construct is counted once, like declared usage of a component. */
function countGiven(own: GivenQuantity, resource: Counted, key: UsageKey, shares: Map<string, string>): SourcedQuantity {
  if (!own.isShared) return givenQuantity(own);
  const name = entryName(own.selector, key);
  const countedOn = shares.get(name) ?? resource.id;
  shares.set(name, countedOn);
  if (countedOn === resource.id) return givenQuantity(own);
  return { quantity: certain(0), assumption: { kind: 'counted-on-resource', resource: countedOn }, isDeclared: true };
}

function givenQuantity({ quantity, selector }: GivenQuantity): SourcedQuantity {
  return { quantity, assumption: { kind: 'given-usage', selector }, isDeclared: true };
}

function takeRest(entries: readonly Entry[]): UsageDeclaration[] {
  for (const entry of entries) entry.countedOn = null;
  return entries.map(({ declaration }) => declaration);
}

function isLeft(entry: Entry): boolean {
  return entry.countedOn === undefined;
}

function isBillable({ declaration }: Entry): boolean {
  return declaration.key !== EXPECTED_COUNT && declaration.quantity.high > 0;
}
