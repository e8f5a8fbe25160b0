import type { LineItem } from './estimate';
import type { UsageLedger } from './usage-ledger';

/** Declared use that no line counts would be a bill that is too low in silence. Components with an unpriced line fail anyway. */
export function requireAllCounted(ledgers: readonly UsageLedger[], lines: readonly LineItem[]): void {
  const unpriced = new Set(lines.filter((line) => line.state === 'unpriced').map((line) => line.component));
  const missing = ledgers.flatMap((ledger) => ledger.uncounted()).filter(({ component }) => !unpriced.has(component));
  if (missing.length === 0) return;
  throw new Error(`declared use that no line of the bill counts: ${missing.map(({ component, key }) => `${component} ${key}`).join(', ')}`);
}
