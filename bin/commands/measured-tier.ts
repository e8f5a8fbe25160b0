import { type SystemReference, systemOf } from '../../lib/answers/system-reference';
import { measuredTierProblems } from '../../lib/answers/tested-instances';
import { allParts, validPart } from '../../lib/core/all-parts';
import { InputError, type Problem } from '../../lib/core/problems';
import { type Request, textFlag } from '../command';
import { systemFlag } from '../systems';
import { instanceCounts } from './instance-counts';
import { withFlagNames } from './tier-options';

/** A tier that was measured, by a load test or in production. */
export interface MeasuredTier {
  /** The system. */
  readonly system: SystemReference;
  /** Id of the tier. */
  readonly tier: string;
  /** Numbers of instances by service. */
  readonly instances: Readonly<Record<string, number>>;
}

/**
 * The tier of `--system`, by default the only one of the definition file, `--tier` and `--instances`. `names` is the expected value of a missing flag, such as `the tested tier`. Throws an
 * InputError with every problem.
 */
export function measuredTier({ flags, systems }: Request, names: Readonly<Record<'system' | 'tier', string>>): MeasuredTier {
  const [only, another] = systems.own;
  const given = { system: textFlag(flags, 'system') ?? (another === undefined ? only?.id : undefined), tier: textFlag(flags, 'tier') };
  const readInstances = () => instanceCounts(flags);
  const readSystem = () => (given.system === undefined ? undefined : systemOf(systemFlag(given.system, systems), systems.all));
  const { named, instances } = allParts({
    named: () => required(given, names),
    instances: readInstances,
    system: () => withFlagNames(readSystem),
    tier: () => {
      const system = validPart(readSystem);
      requireNone(system === undefined ? [] : measuredTierProblems(system, given.tier, validPart(readInstances)));
    },
  });
  return { system: systemFlag(named.system, systems), tier: named.tier, instances };
}

type Names<Name> = Readonly<Record<'system' | 'tier', Name>>;

function required({ system, tier }: Names<string | undefined>, names: Names<string>): Names<string> {
  if (system !== undefined && tier !== undefined) return { system, tier };
  throw new InputError('flags', [
    ...(system === undefined ? [{ path: '--system', expected: names.system }] : []),
    ...(tier === undefined ? [{ path: '--tier', expected: names.tier }] : []),
  ]);
}

/** Throws an InputError for problems of a request, named by its flags. */
export function requireNone(problems: readonly Problem[]): void {
  withFlagNames(() => {
    if (problems.length > 0) throw new InputError('request', problems);
  });
}
