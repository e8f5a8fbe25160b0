import type { Rule } from '../rule';

/** Value is not valid for its field. */
export const badValue: Rule = {
  id: 'bad-value',
  severity: 'error',
  description: 'Value is not valid for its field',
  fix: 'Use one of the values that the field supports',
  check: ({ structure }) => structure['bad-value'],
};
