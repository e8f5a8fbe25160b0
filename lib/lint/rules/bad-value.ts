import type { Rule } from '../rule';
import { structureOf } from '../structure-of';

export const badValue: Rule = {
  id: 'bad-value',
  severity: 'error',
  description: 'Value is not valid for its field',
  fix: 'Use one of the values that the field supports',
  check: (context) => structureOf(context)['bad-value'],
};
