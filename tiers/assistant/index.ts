import { defineSystem } from '../../lib/model/define-system';
import { contradictions } from './contradictions';
import { current } from './current';
import { baseLoads, formulas, operations, withoutLimit } from './operations';
import { ownInference } from './own-inference';
import { pooled } from './pooled';
import { scaledOut } from './scaled-out';
import { SOURCE } from './services';
import { alarms, scenarios, serviceLevels, thresholds } from './thresholds';
import { traffic } from './traffic';

/** A chat and analytics assistant, sized from its resource baseline and its thresholds. */
export const assistant = defineSystem({
  id: 'assistant',
  name: 'Assistant',
  source: `${SOURCE}. It has no tiers, instance sizes or costs: the tiers are derived here from its baseline.`,
  traffic,
  contradictions,
  operations,
  baseLoads,
  withoutLimit,
  thresholds,
  alarms,
  scenarios,
  formulas,
  serviceLevels,
  tiers: [current, pooled, scaledOut, ownInference],
});
