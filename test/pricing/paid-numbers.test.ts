import { describe, expect, test } from 'vitest';
import { priceTemplates } from '../../lib/answers/price-templates';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { type Others, PAID_ROWS, type Properties } from '../support/paid-numbers';

function rangeOf(type: string, properties: Properties, others: Others): readonly number[] {
  const template = templateFrom({ Resources: { ...others, Paid: { Type: type, Properties: properties } } }, 'paid');
  const { lineItems, monthlyUsd } = priceTemplates([template], 'us-east-1');
  expect(lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
  return [monthlyUsd.low, monthlyUsd.mid, monthlyUsd.high].map(Number);
}

describe('numbers that are paid for', () => {
  test.each(PAID_ROWS)(
    '$type: twice the number moves the estimate, and lowers no end of it (%#)',
    ({ type, properties, amount, others }) => {
      const once = rangeOf(type, properties(amount), others(amount));
      const twice = rangeOf(type, properties(2 * amount), others(2 * amount));
      expect(twice).not.toEqual(once);
      expect(twice.filter((usd, index) => usd < (once[index] ?? 0))).toEqual([]);
    },
  );
});
