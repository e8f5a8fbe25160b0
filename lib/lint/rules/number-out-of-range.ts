import type { Rule } from '../rule';

/** Number is outside of the range of its field. */
export const numberOutOfRange: Rule = {
  id: 'number-out-of-range',
  severity: 'error',
  description: 'Number is outside of the range of its field',
  fix: 'Use a number in the range of the field',
  check: ({ structure }) => structure['number-out-of-range'],
};
