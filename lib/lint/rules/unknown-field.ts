import type { Rule } from '../rule';

export const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'error',
  description: 'a field that its object does not have',
  fix: 'remove the field, or write it as `kubectl explain` shows it; the server drops or refuses it',
  check: ({ structure }) => structure['unknown-field'],
};
