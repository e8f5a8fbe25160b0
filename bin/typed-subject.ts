import type { Problem } from '../lib/core/problems';

/** The part of a command line that the problems are about: arguments are written `<tier>`. */
export function typedSubject(problems: readonly Problem[]): string {
  const ofArguments = problems.filter(({ path }) => path.startsWith('<'));
  if (ofArguments.length === 0) return 'flags';
  return ofArguments.length === problems.length ? 'arguments' : 'arguments and flags';
}
