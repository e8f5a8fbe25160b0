import { ANY_STRING, OPTION_DESCRIPTIONS, type OptionDescription } from '../../lib/answers/option-descriptions';
import { mapErrors } from '../../lib/core/all-parts';
import { InputError } from '../../lib/core/problems';
import { type Flag, type FlagValues, textFlag } from '../command';
import { typedSubject } from '../typed-subject';

/** Settings of stacks that no answer depends on. `--budget` is a limit of an answer, not an option of the stack. */
const NOT_A_FLAG: readonly string[] = ['budget', 'ecsExec', 'terminationProtection'];

/** One flag for each option. Values are validated together by the schema of the options, not one by one. */
export function optionFlags(): Flag[] {
  return OPTION_DESCRIPTIONS.filter(({ key }) => !NOT_A_FLAG.includes(key)).map((option) => ({
    name: option.flag,
    value: valueName(option),
    description: flagText(option),
    words: wordsOf(option),
  }));
}

/** The words of an option; none for ranges and strings. */
function wordsOf({ allowed }: OptionDescription): readonly string[] {
  const words = allowed.split(', ');
  return words.every((word) => /^[\w.-]+$/.test(word)) ? words : [];
}

function valueName({ flag, allowed }: OptionDescription): string {
  return allowed === 'true, false' ? 'true|false' : (flag.split('-').at(-1) ?? flag);
}

/** The key of an option whose value names a file with others. */
const ENVIRONMENT_KEY = 'environment';

function flagText(option: OptionDescription): string {
  const allowed = option.allowed === ANY_STRING || option.allowed === 'true, false' ? '' : ` (${option.allowed})`;
  const file = option.key === ENVIRONMENT_KEY ? '; environments/<environment>.json sets the options without a flag, as in cdk synth' : '';
  return `${option.description}${file}${allowed}${option.default === '' ? '' : `; default: ${option.default}`}`;
}

/** The given options by their context keys. */
export function givenOptions(flags: FlagValues): Record<string, string> {
  return Object.fromEntries(
    OPTION_DESCRIPTIONS.filter(({ key }) => !NOT_A_FLAG.includes(key)).flatMap(({ key }) => {
      const value = textFlag(flags, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Runs an answer; paths in its InputErrors become what the user typed, such as `--gpu`. */
export function withFlagNames<T>(answer: () => T, nameOf: (path: string) => string = flagOf): T {
  try {
    return answer();
  } catch (error) {
    throw error instanceof InputError ? mapErrors(error, (part) => asTyped(part, nameOf)) : error;
  }
}

const REQUEST_SUBJECTS: readonly string[] = ['options', 'request', 'system'];

/** The error with paths as the user typed them. Problems inside a tier keep their paths. */
export function asTyped(error: InputError, nameOf: (path: string) => string): InputError {
  const isOfRequest = REQUEST_SUBJECTS.includes(error.subject);
  const isOfTier = /^(?:system|tier) /.test(error.subject) && error.problems.every(({ path }) => isOption(path));
  if (!isOfRequest && !isOfTier) return error;
  const problems = error.problems.map((problem) => {
    return isRequestKey(problem.path) ? { ...problem, path: nameOf(problem.path) } : problem;
  });
  return new InputError(typedSubject(problems), problems);
}

/** Whether a problem of a tier is about an option, such as a topology that the tier does not offer. */
function isOption(path: string): boolean {
  return OPTION_DESCRIPTIONS.some(({ key }) => key === path);
}

/** `gpu`, `from.gpu`; `options` means all options together. */
function isRequestKey(path: string): boolean {
  return path !== 'options' && /^(?:(?:from|to)\.)?(?:\w+$|")/.test(path);
}

/** `<system>` and `<tier>` are arguments of the command, everything else is a flag. */
export function argumentOrFlag(path: string): string {
  return path === 'system' || path === 'tier' ? `<${path}>` : flagOf(path);
}

/** `readReplicas` as `--read-replicas`. */
export function flagOf(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `read-replicas` as `readReplicas`. */
export function camel(kebabCase: string): string {
  return kebabCase.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
