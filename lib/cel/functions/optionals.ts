import type { CelFunc, CelMap } from '@bufbuild/cel';
import { celLibrary } from '../library';
import { opaque, opaqueType, opaqueValue } from './opaque';

const TYPE = 'optional';

/** The old value of an object that is created, for rules with `optionalOldSelf`. */
export function noOldSelf(): CelMap {
  return opaque(TYPE, 'none');
}

/** The functions of an optional value without a value. */
export function optionalFunctions(): CelFunc[] {
  const { CelScalar, celMethod } = celLibrary();
  return [
    celMethod('hasValue', opaqueType(), [], CelScalar.BOOL, function () {
      opaqueValue(TYPE, this);
      return false;
    }),
    celMethod('orValue', opaqueType(), [CelScalar.DYN], CelScalar.DYN, function (other) {
      opaqueValue(TYPE, this);
      return other;
    }),
  ];
}
