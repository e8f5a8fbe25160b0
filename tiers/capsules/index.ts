import { defineSystem } from '../../lib/model/define-system';
import { contradictions } from './contradictions';
import { current } from './current';
import { full } from './full';
import { levers } from './levers';
import { loadBalanced } from './load-balanced';
import { operations, withoutLimit } from './operations';
import { pool } from './pool';
import { poolAndCache } from './pool-and-cache';
import { readReplicas } from './read-replicas';
import { SOURCE } from './services';
import { scenarios, thresholds } from './thresholds';
import { traffic } from './traffic';

/** Capsules: one FastAPI application whose connection pool is its limit, improved step by step. */
export const capsules = defineSystem({
  id: 'capsules',
  name: 'Capsules',
  source: `${SOURCE}. All figures are calculated, none is measured; it has no costs and no instance sizes.`,
  traffic,
  contradictions,
  operations,
  withoutLimit,
  thresholds,
  scenarios,
  levers,
  tiers: [current, pool, poolAndCache, loadBalanced, readReplicas, full],
});
