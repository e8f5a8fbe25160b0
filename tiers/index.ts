/**
 * Tiers: the systems and their tiers, as data. A system is one folder and one line here. Imports only the
 * model and units.
 *
 * @module sizing-blueprints/tiers
 */
import type { SystemInput } from '../lib/model/inputs';
import { aiva } from './aiva';
import { assistant } from './assistant';
import { barberOps } from './barber-ops';
import { capsules } from './capsules';
import { uxFlow } from './ux-flow';

/** All systems of the package. The first is the default. */
export const SYSTEMS: readonly SystemInput[] = [aiva, uxFlow, capsules, assistant, barberOps];

export { aiva, assistant, barberOps, capsules, uxFlow };
