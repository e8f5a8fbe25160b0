import type { LineItem } from './estimate';
import type { UsageLedger } from './usage-ledger';

/** Declared use that no line counts: component and quantity. Components with an unpriced line are told about anyway. */
export function uncountedUse(ledgers: readonly UsageLedger[], lines: readonly LineItem[]): readonly string[] {
  const unpriced = new Set(lines.filter((line) => line.state === 'unpriced').map((line) => line.component));
  const missing = ledgers.flatMap((ledger) => ledger.uncounted()).filter(({ component }) => !unpriced.has(component));
  return missing.map(({ component, key }) => `${component} ${key}`);
}

/** It would be a bill that is too low in silence. */
export function requireAllCounted(uncounted: readonly string[]): void {
  if (uncounted.length === 0) return;
  throw new Error(`declared usage that no line item counts: ${uncounted.join(', ')}`);
}
