import type { Rule } from '../rule';
import { structureOf } from '../structure-of';

export const badQuantity: Rule = {
  id: 'bad-quantity',
  severity: 'error',
  description: 'Quantity is invalid',
  fix: 'Write a number with a suffix of the API: 250m, 512Mi, 10Gi',
  check: (context) => structureOf(context)['bad-quantity'],
};
