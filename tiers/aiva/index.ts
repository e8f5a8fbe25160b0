import { defineSystem } from '../../lib/model/define-system';
import { contradictions } from './contradictions';
import { large } from './large';
import { levers } from './levers';
import { medium } from './medium';
import { baseLoads, operations, withoutLimit } from './operations';
import { scenarios } from './scenarios';
import { small } from './small';
import { alarms, serviceLevels, thresholds } from './thresholds';
import { traffic } from './traffic';
import { veryLarge } from './very-large';

/** AIVA: an AI platform for knowledge, chat and voice calls. */
export const aiva = defineSystem({
  id: 'aiva',
  name: 'AIVA',
  source: 'AIVA capacity plan, version 1.0, November 2025. Its figures are stated averages and estimates; it shows no measurement.',
  traffic,
  contradictions,
  operations,
  baseLoads,
  withoutLimit,
  thresholds,
  alarms,
  serviceLevels,
  scenarios,
  levers,
  tiers: [small, medium, large, veryLarge],
});
