import type { Rule } from '../rule';
import { structureOf } from '../structure-of';

export const portOutOfRange: Rule = {
  id: 'port-out-of-range',
  severity: 'error',
  description: 'Port number is out of range',
  fix: 'Use a port from 1 to 65535, or from 30000 to 32767 for a node port',
  check: (context) => structureOf(context)['port-out-of-range'],
};
