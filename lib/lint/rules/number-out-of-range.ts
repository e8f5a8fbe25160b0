import type { Rule } from '../rule';

export const numberOutOfRange: Rule = {
  id: 'number-out-of-range',
  severity: 'error',
  description: 'a number below or above what its field allows',
  fix: 'use a number in the range of the field',
  check: ({ structure }) => structure['number-out-of-range'],
};
