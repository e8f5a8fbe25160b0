import { blueprintFor } from '../../lib/answers/blueprint-for';
import { imageTagProblems } from '../../lib/answers/image-tag';
import { allParts } from '../../lib/core/all-parts';
import { InputError, notOneOf } from '../../lib/core/problems';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { keyValues, validPairs } from './key-values';
import { checkedOptions, type RequestedOptions, withEnvironmentFile } from './requested-options';
import { tierIds } from './system-arguments';
import { flagOf, withFlagNames } from './tier-options';

/** One end of a move or a comparison. */
export interface RequestedEnd extends RequestedOptions {
  /** The tier, options and image tag that the flag itself sets, by context key. */
  readonly own: Readonly<Record<string, string>>;
}

/**
 * The end that a flag states, `--from` or `--to`, with the file of its environment. `common` are options that other flags set;
 * default: none. Throws an InputError with every problem of the end.
 */
export function requestedEnd(
  flag: string,
  text: string,
  named: () => SystemDefinition,
  common: Readonly<Record<string, string>> = {},
): RequestedEnd {
  const pairs = validPairs(text);
  const { tier, imageTag, ...own } = pairs;
  const nameOf = (key: string) => (Object.hasOwn(pairs, key) ? `${flag} ${key}` : flagOf(key));
  const { options, system } = allParts({
    pairs: () => keyValues(flag, text),
    system: named,
    tier: () => requireTier(flag, tier, named),
    imageTag: () => requireImageTag(imageTag, nameOf),
    options: () => checkedOptions({ ...common, ...own }, nameOf),
  });
  withFlagNames(() => blueprintFor({ system, tier, ...options.options }), options.named(nameOf));
  return { own: pairs, ...withEnvironmentFile({ ...common, ...pairs }) };
}

function requireTier(flag: string, tier: string | undefined, named: () => SystemDefinition): void {
  if (tier === undefined) return;
  const ids = tierIds(named());
  if (!ids.includes(tier)) throw new InputError('flags', [notOneOf(`${flag} tier`, tier, ids)]);
}

function requireImageTag(tag: string | undefined, nameOf: (key: string) => string): void {
  const problems = imageTagProblems(tag).map((problem) => ({ ...problem, path: nameOf(problem.path) }));
  if (problems.length > 0) throw new InputError('flags', problems);
}
