import { checkOptions } from '../../lib/answers/check-options';
import { DEPLOYMENT_KEYS, deploymentOf } from '../../lib/answers/deployment';
import { environmentOf, environmentPath, readEnvironmentFile } from '../../lib/answers/environment-file';
import { allParts } from '../../lib/core/all-parts';
import type { Deployment } from '../../lib/model/environment-file';
import { type FlagValues, textFlag } from '../command';
import { argumentOrFlag, givenOptions, withFlagNames } from './tier-options';

/** Options of a request with their origin: the file of its environment, or the command line, which takes precedence. */
export interface RequestedOptions {
  /** All options by context key, without a budget. */
  readonly options: Readonly<Record<string, string>>;
  /** The options of the command line by context key. */
  readonly typed: Readonly<Record<string, string>>;
  /** The options that only the file sets, by context key, without a budget. */
  readonly ofFile: Readonly<Record<string, string>>;
  /** Images and administrators that the file names. */
  readonly deployment: Deployment;
  /** The budget that the file sets, US dollars per month. Default: none. */
  readonly budgetUsd?: number;
  /** A warning if the command line names an environment without a file. */
  readonly warnings: readonly string[];
  /** A context key as the user wrote it: `environments/prod.json: gpu`, `platform of the definition`, or what `nameOf` makes of it. */
  readonly named: (nameOf: (path: string) => string) => (path: string) => string;
}

/** Keys of the file that are no options of an estimate: `estimate` alone compares a budget. */
const NOT_AN_OPTION: readonly string[] = [...DEPLOYMENT_KEYS, 'budget'];

/** Options that a definition sets where neither a flag nor the file does. */
const OF_DEFINITION: readonly string[] = ['platform', 'compute'];

/** The options of the flags, and of the file of the environment that they name. Throws an InputError with every problem of both. */
export function requestedOptions(flags: FlagValues): RequestedOptions {
  return checkedOptions(givenOptions(flags), argumentOrFlag);
}

/** Options with the file of their environment, checked; `nameOf` names an option as the user typed it. */
export function checkedOptions(typed: Readonly<Record<string, string>>, nameOf: (path: string) => string): RequestedOptions {
  return allParts({
    requested: () => withEnvironmentFile(typed),
    typed: () => withFlagNames(() => checkOptions(typed), nameOf),
  }).requested;
}

/**
 * Options by context key, and what the file of their environment sets in addition: the file that `cdk synth` reads, in the
 * working directory. Throws an InputError with every problem of the file.
 */
export function withEnvironmentFile(typed: Readonly<Record<string, string>>): RequestedOptions {
  const environment = environmentOf(typed.environment);
  const path = environmentPath(environment ?? '');
  // An invalid name has no file: the schema of the options rejects it.
  const written = environment === undefined ? undefined : readEnvironmentFile(path);
  const file = written ?? {};
  const isOfFile = (key: string) => Object.hasOwn(file, key) && !Object.hasOwn(typed, key);
  // The schema of the file has accepted the values; that of the options reads them again, as those of flags.
  const ofFile = Object.fromEntries(Object.entries(file).filter(([key]) => isOfFile(key) && !NOT_AN_OPTION.includes(key))) as Record<
    string,
    string
  >;
  return {
    options: { ...ofFile, ...typed },
    typed,
    ofFile,
    deployment: deploymentOf(file, path),
    ...(file.budget !== undefined && { budgetUsd: Number(file.budget) }),
    warnings:
      typed.environment !== undefined && environment !== undefined && written === undefined
        ? [`File ${path} does not exist: all options are those of the command line.`]
        : [],
    named: (nameOf) => (key) => {
      if (isOfFile(key)) return `${path}: ${key}`;
      return OF_DEFINITION.includes(key) && !Object.hasOwn(typed, key) ? `${key} of the definition` : nameOf(key);
    },
  };
}

/** Throws an InputError for a region without prices, for commands of which it is the only option. */
export function requireRegion(flags: FlagValues): void {
  const region = textFlag(flags, 'region');
  if (region !== undefined) withFlagNames(() => checkOptions({ region }));
}
