import { shellWord } from '../../lib/core/shell-word';
import type { Request } from '../command';
import { design } from './design';
import { PLAN_FLAG } from './plan-flag';
import { flagOf } from './tier-options';

/** The command that makes the design of a request of `recommend` and writes it to a tier file. */
export function designCommand({ flags, systems }: Pick<Request, 'flags' | 'systems'>, system: string): string {
  // The design is for the workload of today.
  const ofToday = design.flags.filter((flag) => flag !== PLAN_FLAG && flag.isArgument !== true);
  const known = [...(design.operationFlags?.(undefined, systems) ?? []), ...ofToday, { name: 'config' }].map(({ name }) => `--${name}`);
  const given = Object.entries(flags)
    .filter(([key]) => known.includes(flagOf(key)))
    .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => `${flagOf(key)} ${shellWord(String(one))}`));
  return ['npx sizing design', shellWord(system), ...given, ...(flags.with === undefined ? ['--write'] : [])].join(' ');
}
