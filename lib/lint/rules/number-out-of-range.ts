import type { Rule } from '../rule';
import { structureOf } from '../structure-of';

export const numberOutOfRange: Rule = {
  id: 'number-out-of-range',
  severity: 'error',
  description: 'Number is outside of the range of its field',
  fix: 'Use a number in the range of the field',
  check: (context) => structureOf(context)['number-out-of-range'],
};
