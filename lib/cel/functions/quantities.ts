import type { CelFunc, CelMap } from '@bufbuild/cel';
import { quantityOf } from '../../core/quantity';
import { celLibrary } from '../library';
import { opaque, opaqueType, opaqueValue } from './opaque';

const TYPE = 'quantity';
const numberOf = (quantity: CelMap) => Number(opaqueValue(TYPE, quantity));

/** The library for quantities, such as `quantity("1Gi").isGreaterThan(quantity("100Mi"))`. */
export function quantityFunctions(): CelFunc[] {
  const { CelScalar, celFunc, celMethod } = celLibrary();
  const { BOOL, INT, STRING, DOUBLE } = CelScalar;
  const quantity = opaqueType();
  const method = celMethod;
  return [
    celFunc('isQuantity', [STRING], BOOL, (text) => quantityOf(text) !== undefined),
    celFunc('quantity', [STRING], quantity, (text) => opaque(TYPE, numberIn(text))),
    celFunc('sign', [quantity], INT, (value) => BigInt(Math.sign(numberOf(value)))),
    method('sign', quantity, [], INT, function () {
      return BigInt(Math.sign(numberOf(this)));
    }),
    method('compareTo', quantity, [quantity], INT, function (other) {
      return BigInt(Math.sign(numberOf(this) - numberOf(other)));
    }),
    method('isGreaterThan', quantity, [quantity], BOOL, function (other) {
      return numberOf(this) > numberOf(other);
    }),
    method('isLessThan', quantity, [quantity], BOOL, function (other) {
      return numberOf(this) < numberOf(other);
    }),
    method('isInteger', quantity, [], BOOL, function () {
      return Number.isInteger(numberOf(this));
    }),
    method('asInteger', quantity, [], INT, function () {
      return BigInt(numberOf(this));
    }),
    method('asApproximateFloat', quantity, [], DOUBLE, function () {
      return numberOf(this);
    }),
    method('add', quantity, [quantity], quantity, function (other) {
      return opaque(TYPE, numberOf(this) + numberOf(other));
    }),
    method('sub', quantity, [quantity], quantity, function (other) {
      return opaque(TYPE, numberOf(this) - numberOf(other));
    }),
  ];
}

function numberIn(text: string): number {
  const number = quantityOf(text);
  if (number === undefined) throw new Error(`no quantity: ${text}`);
  return number;
}
