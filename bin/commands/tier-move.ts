import type { MoveRequest } from '../../lib/answers/move';
import { allParts } from '../../lib/core/all-parts';
import { InputError } from '../../lib/core/problems';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { type FlagValues, type Request, textFlag } from '../command';
import { type RequestedEnd, requestedEnd } from './requested-end';
import type { RequestedOptions } from './requested-options';
import { systemArguments } from './system-arguments';

/** A move between tiers, as flags and files of environments state it. */
export interface TierMove {
  /** The request. */
  readonly question: MoveRequest;
  /** Files of environments that do not exist. */
  readonly fileWarnings: readonly string[];
  /** Options of `--from`. */
  readonly deployed: RequestedOptions['typed'];
  /** Whether the options of an end are those of manifests. */
  readonly isOfManifests: boolean;
  /** The flag of a path in a problem. */
  named(path: string): string;
}

/** The move of `--from` and `--to`. Throws an InputError without one of them. */
export function tierMove(request: Request): TierMove {
  const { flags } = request;
  const named = () => systemArguments(request).system;
  const { system, ...ends } = allParts({
    system: named,
    from: () => endOf('--from', textFlag(flags, 'from'), named),
    to: () => endOf('--to', textFlag(flags, 'to'), named),
    region: () => refuseFlags(flags, ['region'], 'the region in --from and --to'),
  });
  return {
    question: {
      system,
      from: ends.from.typed,
      to: ends.to.typed,
      environmentOptions: { from: ends.from.ofFile, to: ends.to.ofFile },
      deployments: { from: ends.from.deployment, to: ends.to.deployment },
      definitionFile: textFlag(flags, 'config'),
    },
    fileWarnings: [...new Set([...ends.from.warnings, ...ends.to.warnings])],
    deployed: ends.from.typed,
    isOfManifests: [ends.from, ends.to].some(({ options }) => (options.platform ?? system.platform) === 'kubernetes'),
    named: (path) => nameOf(path, ends),
  };
}

/** Throws an InputError for flags that do not apply to the given ends. */
export function refuseFlags(flags: FlagValues, names: readonly string[], expected: string): void {
  const given = names.filter((name) => textFlag(flags, name) !== undefined);
  if (given.length === 0) return;
  throw new InputError(
    'flags',
    given.map((name) => ({
      path: `--${name}`,
      reason: name === 'region' ? 'given without templates' : 'given together with templates',
      expected,
    })),
  );
}

function endOf(flag: string, text: string | undefined, named: () => SystemDefinition): RequestedEnd {
  if (text !== undefined) return requestedEnd(flag, text, named);
  throw new InputError('flags', [{ path: flag, expected: 'key=value, such as tier=large; or two templates' }]);
}

/** `from.gpu` as `--from gpu`, or as the file that sets it. */
function nameOf(path: string, ends: Readonly<Record<'from' | 'to', RequestedOptions>>): string {
  const [end, key] = path.split('.');
  if (key === undefined) return `<${path}>`;
  return end === 'from' || end === 'to' ? ends[end].named((own) => `--${end} ${own}`)(key) : `--${end} ${key}`;
}
