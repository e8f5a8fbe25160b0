import type { Rule } from '../rule';

/** Required field is missing. */
export const missingField: Rule = {
  id: 'missing-field',
  severity: 'error',
  description: 'Required field is missing',
  fix: 'Add the field',
  check: ({ structure }) => structure['missing-field'],
};
