import type { Rule } from '../rule';

export const badValue: Rule = {
  id: 'bad-value',
  severity: 'error',
  description: 'a value that its field does not allow',
  fix: 'use one of the values of the field',
  check: ({ structure }) => structure['bad-value'],
};
