import type { GrowthPlanInput } from '../../lib/answers/growth-plan';
import { InputError, shown } from '../../lib/core/problems';
import { type Flag, type FlagValues, textFlag } from '../command';
import type { Modules } from '../modules';
import { withFlagNames } from './tier-options';

/** Users that are expected later. */
export const PLAN_FLAG: Flag = {
  name: 'plan',
  value: 'months:users,…',
  description: 'expected users, such as 6m:1000,12m:5000; adds the tier, the move and the cost of each period',
};

/** `6m:1000,12m:5000`. Throws an InputError for anything else. */
export function planOf(flags: FlagValues, modules: Modules): { readonly plan?: GrowthPlanInput } {
  const text = textFlag(flags, 'plan');
  if (text === undefined) return {};
  const parts = text.split(',').map((part) => /^(\d+)m:(\d+(?:\.\d+)?)$/.exec(part.trim()));
  if (parts.includes(null)) {
    throw new InputError('flags', [{ path: '--plan', received: shown(text), expected: 'months and users, such as 6m:1000,12m:5000' }]);
  }
  const dates = parts.map((part) => ({ months: Number(part?.[1]), users: Number(part?.[2]) }));
  const { checkDates } = require('../../lib/answers/growth-plan') as typeof import('../../lib/answers/growth-plan');
  withFlagNames(() => checkDates(dates));
  return { plan: { dates, move: modules.move().planMove } };
}
