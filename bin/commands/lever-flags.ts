import type { ChosenLever } from '../../lib/answers/levers';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { leverWarningTexts } from '../../lib/output/levers';
import { type Flag, type FlagValues, textFlag } from '../command';
import { withFlagNames } from './tier-options';

/** Flag of levers. */
export const WITH_FLAG: Flag = {
  name: 'with',
  value: 'lever=value,…',
  description: 'levers of the system to apply, such as cache-hits=60%,cheaper-model; `sizing recommend --levers` lists them',
};

/** The flag of levers of a command that answers about what is deployed. */
export const NO_LEVERS: Flag = {
  ...WITH_FLAG,
  refused:
    'no levers, which are changes of your code; estimate, compare, capacity, recommend, design and curve accept them, and the definition can state their effect',
};

/** The system with the levers of `--with`, and notes for a reader of the answer. Throws an InputError for wrong levers. */
export function leveredSystem(
  flags: FlagValues,
  system: SystemDefinition,
): { readonly system: SystemDefinition; readonly applied: readonly ChosenLever[]; readonly warnings: readonly string[] } {
  const text = textFlag(flags, 'with');
  if (text === undefined) return { system, applied: [], warnings: [] };
  const { withLevers } = require('../../lib/answers/levers') as typeof import('../../lib/answers/levers');
  const levered = withFlagNames(() => withLevers(system, text.split(',')));
  return {
    system: levered.system,
    applied: levered.levers,
    warnings: leverWarningTexts(levered.levers),
  };
}
