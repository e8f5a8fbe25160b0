import type { Rule } from '../rule';
import { structureOf } from '../structure-of';

export const wrongType: Rule = {
  id: 'wrong-type',
  severity: 'error',
  description: 'Value has the wrong type',
  fix: 'Use the type of the field. Quote strings that look like numbers, true or false',
  check: (context) => structureOf(context)['wrong-type'],
};
