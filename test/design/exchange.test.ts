import { expect, test } from 'vitest';
import { exchanged, type Priced, type SizesByCost } from '../../lib/design/exchange';

/** Up to 20 instances at a price each. */
function instancesAt(usd: number): SizesByCost<number> {
  return Array.from({ length: 20 }, (_, index) => ({ size: index + 1, midUsd: usd * (index + 1), highUsd: usd * (index + 1) }));
}

/** The numbers of instances that exchanges lead to. */
function countsOf(usd: readonly number[], first: readonly number[], isEnough: (counts: readonly number[]) => boolean): number[] {
  const sizesOfEach = usd.map(instancesAt);
  const chosen = first.map((count, index) => sizesOfEach[index]?.[count - 1] as Priced<number>);
  return exchanged(chosen, sizesOfEach, (selection) => isEnough(selection.map(({ size }) => size))).map(({ size }) => size);
}

test('each component gets the cheapest size that is enough with the sizes of the others', () => {
  expect(countsOf([1, 1], [20, 20], ([left = 0, right = 0]) => left >= 3 && right >= 7)).toEqual([3, 7]);
});

test('an expensive instance is exchanged for several cheap ones that together handle the same load', () => {
  // 12 of any: of the expensive ones at least two.
  expect(countsOf([5, 1], [8, 4], ([dear = 0, cheap = 0]) => dear >= 2 && dear + cheap >= 12)).toEqual([2, 10]);
});

test('the product of two numbers of the same price is enough at the square', () => {
  expect(countsOf([1, 1], [18, 2], ([left = 0, right = 0]) => left * right >= 36)).toEqual([6, 6]);
});

test('a first selection without an improvement stays', () => {
  expect(countsOf([1, 1], [6, 6], ([left = 0, right = 0]) => left * right >= 36)).toEqual([6, 6]);
  expect(countsOf([1], [20], () => false)).toEqual([20]);
});
