import type { Rule } from '../rule';
import { structureOf } from '../structure-of';

export const missingField: Rule = {
  id: 'missing-field',
  severity: 'error',
  description: 'Required field is missing',
  fix: 'Add the field',
  check: (context) => structureOf(context)['missing-field'],
};
