import type { Reader } from '../reading';

/** Custom resources whose operator makes pods and volumes: what it makes of each. */
export const OPERANDS: readonly Reader[] = [];
