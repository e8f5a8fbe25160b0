import type { Rule } from '../rule';

export const wrongType: Rule = {
  id: 'wrong-type',
  severity: 'error',
  description: 'a value of another type than its field',
  fix: 'write the value in the type of the field: quote texts that look like numbers or true and false',
  check: ({ structure }) => structure['wrong-type'],
};
