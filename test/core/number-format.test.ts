import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, exactPercent, likelihood, percent, rounded } from '../../lib/core/number-format';
import { thousands } from '../../lib/core/thousands';

test.each([
  [0, '0%'],
  [0.001, '<1%'],
  [0.041, '4%'],
  [0.994, '99%'],
  [0.999, '>99%'],
  [1, '100%'],
  [1.004, '100%'],
  [12.5, '1,250%'],
  [Number.POSITIVE_INFINITY, 'unknown'],
])('a share of %s is %s', (share, text) => {
  expect(percent(share)).toBe(text);
});

test.each([
  [0.005, '0.5%'],
  [0.85, '85%'],
  [0.07, '7%'],
])('a threshold of %s is %s, as it was written', (share, text) => {
  expect(exactPercent(share)).toBe(text);
});

test('a count has its noun', () => {
  expect(counted(1, 'resource')).toBe('1 resource');
  expect(counted(1_234, 'resource')).toBe('1,234 resources');
});

test('three significant digits', () => {
  expect(rounded(0.33333)).toBe('0.333');
  expect(rounded(1_234)).toBe('1,230');
  expect(rounded(1.234e-9)).toBe('1.23e-9');
});

test('separators change no digit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (number) => {
      expect(thousands(String(number)).replaceAll(',', '')).toBe(String(number));
      expect(thousands(String(number))).toMatch(/^\d{1,3}(,\d{3})*$/);
    }),
  );
});

test.each([
  [0, '<1%'],
  [0.001, '<1%'],
  [0.9, '90%'],
  [0.9999, '>99%'],
  [1, '>99%'],
])('a likelihood of %s is %s, because samples prove no certainty', (share, text) => {
  expect(likelihood(share)).toBe(text);
});
