import type { Rule } from '../rule';

export const missingField: Rule = {
  id: 'missing-field',
  severity: 'error',
  description: 'a field that is required and missing',
  fix: 'add the field',
  check: ({ structure }) => structure['missing-field'],
};
