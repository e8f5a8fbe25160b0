import { expect, test } from 'vitest';
import { deliveryOf } from '../../lib/pricing/pricers/sns-deliveries';
import { dataKindOf } from '../../lib/transition/data-kind';

// A template may use the name of a property that every object inherits.
test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is no key of a table', (name) => {
  expect(deliveryOf(name)?.sku).toBe(`sns/deliveries/${name.toLowerCase()}`);
  expect(dataKindOf({ type: name, properties: {} })).toBe('other');
});
