import { defineSystem } from '../../lib/model/define-system';
import { contradictions } from './contradictions';
import { growth } from './growth';
import { levers } from './levers';
import { operations, withoutLimit } from './operations';
import { scale } from './scale';
import { SOURCE } from './services';
import { startup } from './startup';
import { alarms, degradation, scenarios, serviceLevels, thresholds } from './thresholds';
import { traffic } from './traffic';

/** UX Flow Engine: an AI design tool of six services. */
export const uxFlow = defineSystem({
  id: 'ux-flow',
  name: 'UX Flow Engine',
  source: `${SOURCE}. It notes that its figures are estimates from typical patterns and that its load tests are simulated.`,
  traffic,
  contradictions,
  operations,
  withoutLimit,
  thresholds,
  alarms,
  scenarios,
  degradation,
  serviceLevels,
  levers,
  tiers: [startup, growth, scale],
});
