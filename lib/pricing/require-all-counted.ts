import { InputError } from '../core/problems';
import type { LineItem } from './estimate';
import type { UsageLedger } from './usage-ledger';

/** Declared usage that no line counts, as component and key. Components with an unpriced line are excluded: that line is reported anyway. */
export function uncountedUse(ledgers: readonly UsageLedger[], lines: readonly LineItem[]): readonly string[] {
  const unpriced = new Set(lines.filter((line) => line.state === 'unpriced').map((line) => line.component));
  const missing = ledgers.flatMap((ledger) => ledger.uncounted()).filter(({ component }) => !unpriced.has(component));
  return missing.map(({ component, key }) => `${component} ${key}`);
}

/** Throws an InputError for declared usage that no line counts: the estimate would be too low without a warning. */
export function requireAllCounted(uncounted: readonly string[]): void {
  if (uncounted.length === 0) return;
  throw new InputError(
    'declared usage',
    uncounted.map((path) => ({ path, reason: 'no line item counts it', expected: 'usage that the price of a resource depends on' })),
  );
}
