import type { UsageDeclaration } from '../contract/schema';
import type { UsageKey } from '../contract/usage';
import { certain } from '../core/interval';
import type { Counted, UsageQuantity } from './pricer';
import { UnreadableProperty } from './property-problem';

/** Key of the average count of a scaling group. Pricers of groups read it; it is not a quantity that is charged. */
const EXPECTED_COUNT = 'expectedCount';

interface Entry {
  readonly declaration: UsageDeclaration;
  /** Logical id of the resource that the quantity is counted on, `null` for a line without one; absent while it isn't counted. */
  countedOn?: string | null;
}

/** Declared usage. Every quantity is counted once, on the first resource whose pricer reads it. */
export interface UsageLedger {
  /**
   * Declared quantity for a resource; counts it on that resource. Zero, with `isDeclared` false, when no usage of its component
   * is declared. Throws an UnreadableProperty when usage of the component is declared, but not this quantity: it is unknown then.
   */
  quantityFor(resource: Counted, key: UsageKey): UsageQuantity;
  /** Whether any usage of the resource's component is declared. */
  declaresUsageOf(resource: Pick<Counted, 'component'>): boolean;
  /** Declared number of members of a scaling group; undefined when none was declared. */
  expectedCount(resource: Pick<Counted, 'component'>): number | undefined;
  /** Counts the declared quantities of a key, of all components, that no resource has counted. */
  takeRest(key: UsageKey): readonly UsageDeclaration[];
  /** Whether a quantity of the key has been counted. */
  isCounted(key: UsageKey): boolean;
  /** Declared quantities above zero that have not been counted. */
  uncounted(): readonly UsageDeclaration[];
}

/** A ledger of declared usage, in which nothing is counted yet. */
export function makeUsageLedger(declarations: readonly UsageDeclaration[]): UsageLedger {
  const entries = entriesOf(declarations);
  const components = new Set(declarations.map(({ component }) => component));
  return {
    quantityFor: (resource, key) => {
      const entry = entries.get(entryName(resource.component, key));
      if (entry !== undefined) return countOn(entry, resource);
      if (!components.has(resource.component)) return undeclared(key);
      throw new UnreadableProperty({ kind: 'usage-not-declared', component: resource.component, key });
    },
    declaresUsageOf: ({ component }) => components.has(component),
    expectedCount: ({ component }) => entries.get(entryName(component, EXPECTED_COUNT))?.declaration.quantity.mid,
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

function undeclared(key: UsageKey): UsageQuantity {
  return { quantity: certain(0), assumption: { kind: 'no-usage-declared', key }, isDeclared: false };
}

function countOn(entry: Entry, resource: Counted): UsageQuantity {
  const { quantity, basis } = entry.declaration;
  entry.countedOn ??= resource.id;
  if (entry.countedOn === resource.id) return { quantity, assumption: { kind: 'declared-usage', basis }, isDeclared: true };
  return { quantity: certain(0), assumption: { kind: 'counted-on-resource', resource: entry.countedOn }, isDeclared: true };
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
