import type { Rule } from '../rule';

export const portOutOfRange: Rule = {
  id: 'port-out-of-range',
  severity: 'error',
  description: 'a port that does not exist',
  fix: 'use a port from 1 to 65535; node ports are 30000 to 32767',
  check: ({ structure }) => structure['port-out-of-range'],
};
