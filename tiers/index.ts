/**
 * Tiers: the systems and their tiers, as data. A system is one folder and one line here. Knows the model and units,
 * nothing else.
 */
import type { SystemInput } from '../lib/model';
import { aiva } from './aiva';

export const SYSTEMS: readonly SystemInput[] = [aiva];

export { aiva };
