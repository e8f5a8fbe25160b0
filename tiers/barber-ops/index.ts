import { defineSystem } from '../../lib/model/define-system';
import { contradictions } from './contradictions';
import { current } from './current';
import { levers } from './levers';
import { formulas, operations } from './operations';
import { phase1 } from './phase-1';
import { phase2 } from './phase-2';
import { phase3 } from './phase-3';
import { phase4 } from './phase-4';
import { SOURCE } from './services';
import { alarms, degradation, scenarios, serviceLevels, thresholds } from './thresholds';
import { traffic } from './traffic';

/** Barber Ops: operations of barbershops, from 50 to 100,000 users in four phases. */
export const barberOps = defineSystem({
  id: 'barber-ops',
  name: 'Barber Ops',
  source: `${SOURCE}. Its baseline was measured with 50 users; phases, budgets and formulas are plans.`,
  traffic,
  contradictions,
  operations,
  thresholds,
  alarms,
  scenarios,
  formulas,
  degradation,
  serviceLevels,
  levers,
  tiers: [current, phase1, phase2, phase3, phase4],
});
