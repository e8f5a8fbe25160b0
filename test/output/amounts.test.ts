import { expect, test } from 'vitest';
import { certain } from '../../lib/core/interval';
import { Decimal, usd } from '../../lib/core/money';
import { cents, change, dollars, intervalText, quantity, unitPrice } from '../../lib/output/amounts';
import { handledUsers, moreHandledUsers } from '../../lib/output/capacity-amounts';
import { openIntervalText } from '../../lib/output/fit';
import { durations } from '../../lib/output/latency';

test('money has thousands separators and two decimal places', () => {
  expect(cents(usd('1234567.5'))).toBe('$1,234,567.50');
  expect(cents(usd('-1234.5'))).toBe('-$1,234.50');
  expect(cents(usd('0'))).toBe('$0.00');
});

test('whole dollars are rounded half up, and a cent never looks like nothing', () => {
  expect(dollars(usd('1234.50'))).toBe('$1,235');
  expect(dollars(usd('0'))).toBe('$0');
  expect(dollars(usd('0.01'))).toBe('<$1');
  expect(dollars(usd('0.50'))).toBe('$1');
});

test('users that are handled are whole and rounded down', () => {
  expect(handledUsers({ low: 23.9, mid: 123.6, high: 1239.9 })).toBe('23 – 123 – 1,230');
  // 0.29 × 100 is 28.999999999999996.
  expect(handledUsers(certain(0.29 * 100))).toBe('29');
  expect(handledUsers(certain(999.9))).toBe('999');
  expect(handledUsers(certain(Number.POSITIVE_INFINITY))).toBe('unknown');
});

test('users in addition are the difference of the rounded numbers, or its own digits where these are equal', () => {
  expect(moreHandledUsers(1_239.9, 1_725)).toBe('+490');
  expect(moreHandledUsers(1_725, 1_239.9)).toBe('−490');
  expect(moreHandledUsers(99, 105.2)).toBe('+6');
  expect(moreHandledUsers(50_301, 50_308)).toBe('+7');
  expect(moreHandledUsers(50_308, 50_301)).toBe('−7');
  expect(moreHandledUsers(50.1, 50.9)).toBe('0');
});

test('a duration has its unit after the last limited value', () => {
  expect(durations({ low: 0.0005, mid: 0.0026, high: Number.POSITIVE_INFINITY })).toBe('0.5 – 2.6 ms – unlimited');
  expect(durations({ low: 0.3, mid: Number.POSITIVE_INFINITY, high: Number.POSITIVE_INFINITY })).toBe('300 ms – unlimited – unlimited');
  expect(durations(certain(Number.POSITIVE_INFINITY))).toBe('unlimited');
  expect(durations({ low: 1, mid: 2, high: 4.5 })).toBe('1 – 2 – 4.5 s');
  expect(durations(certain(0.25))).toBe('250 ms');
});

test('a change has its sign', () => {
  expect(change(usd('1234.5'))).toBe('+$1,234.50');
  expect(change(usd('-35'))).toBe('-$35.00');
  expect(change(usd('0'))).toBe('±$0.00');
});

test('unit prices are shown in full', () => {
  expect(unitPrice(usd('0.0416'))).toBe('$0.0416');
  expect(unitPrice(usd('0.000000225'))).toBe('$0.000000225');
  expect(unitPrice(usd('73'))).toBe('$73.00');
});

test('quantities keep three decimal places, and a trace stays a trace', () => {
  expect(quantity(new Decimal('1460'))).toBe('1,460');
  expect(quantity(new Decimal('120.5'))).toBe('120.5');
  expect(quantity(new Decimal('0.33333'))).toBe('0.333');
  expect(quantity(new Decimal('0.00004'))).toBe('0.00004');
  expect(quantity(new Decimal('0'))).toBe('0');
});

test('a spread of equal ends is one amount', () => {
  expect(intervalText({ low: usd('1'), mid: usd('2'), high: usd('3') }, cents)).toBe('$1.00 – $3.00');
  expect(intervalText({ low: usd('2'), mid: usd('2'), high: usd('2') }, cents)).toBe('$2.00');
});

test.each([
  [{ low: 40, mid: 55, high: 80 }, '40 – 55 – 80'],
  [{ low: 80, mid: 80, high: null }, 'at least 80'],
  [{ low: 40, mid: 55, high: null }, 'at least 40, probably 55'],
  [{ low: 0, mid: null, high: 10 }, 'at least 0'],
])('writes the open interval %j as "%s"', (interval, written) => {
  expect(openIntervalText(interval)).toBe(written);
});
