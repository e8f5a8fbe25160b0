import { blueprintFor } from '../lib/answers/blueprint-for';
import { DEPLOYMENT_KEYS, deploymentOf } from '../lib/answers/deployment';
import { environmentOf, environmentPath, readEnvironmentFile } from '../lib/answers/environment-file';
import { unknownImageProblems } from '../lib/answers/service-images';
import { systemOf } from '../lib/answers/system-reference';
import type { Blueprint } from '../lib/blueprint/blueprint';
import { InputError, type Problem, partProblems, shown } from '../lib/core/problems';
import type { Deployment } from '../lib/model/environment-file';
import type { System } from '../lib/model/system';
import { namingFile } from './system-files';
import { readSystems } from './systems';

/** The stack that a CDK context and the file of its environment request. */
export interface StackRequest {
  /** The requested tier with its options, resolved. */
  readonly blueprint: Blueprint;
  /** The system of the tier, with defaults filled in. */
  readonly system: System;
  /** Images of the services, and who may administer the cluster. */
  readonly deployment: Deployment;
  /** Path of the file of the environment. */
  readonly environmentFile: string;
  /** A warning if that file does not exist. */
  readonly warnings: readonly string[];
}

const SUBJECT = 'context';

/** Context key of the definition file, as the flag `--config` of the command. */
const CONFIG_KEY = 'config';

/** Keys of the CDK that look like keys of this package; all its other keys contain `:`, `/` or `@`. */
const KEYS_OF_CDK: readonly string[] = ['acknowledged-issue-numbers', 'cli-telemetry'];
const MARKS_OF_CDK = /[:/@]/;

/**
 * Reads the context, and the file of the environment that it names. The keys of this package are `system`, `tier`, those of a
 * deployment and the options. A key of the context takes precedence over the file. Throws an InputError with every problem.
 */
export function requestFromContext(context: Readonly<Record<string, unknown>>, projectFolder?: string): StackRequest {
  const own = Object.fromEntries(Object.entries(context).filter(([key]) => !MARKS_OF_CDK.test(key) && !KEYS_OF_CDK.includes(key)));
  const environment = environmentOf(own.environment);
  const environmentFile = environmentPath(environment ?? '', projectFolder);
  const fileProblems: Problem[] = [];
  const problems: Problem[] = [];
  const written =
    environment === undefined ? undefined : collecting(fileProblems, () => readEnvironmentFile(environmentFile), partProblems);
  const { [CONFIG_KEY]: config, ...request } = { ...written, ...own };
  const configFile = collecting(problems, () => configOf(config));
  const definition = collecting(fileProblems, () => readSystems(configFile, projectFolder), partProblems);
  const systems = definition?.all ?? [];
  const blueprint = collecting(
    problems,
    () =>
      systems.length === 0
        ? undefined
        : blueprintFor(withoutDeployment(request), { subject: SUBJECT, systems, otherKeys: [CONFIG_KEY, ...DEPLOYMENT_KEYS] }),
    (error) => contextProblems(namingFile(error, { files: definition?.files })),
  );
  const deployment = collecting(problems, () => deploymentOf(request, SUBJECT));
  if (blueprint !== undefined && deployment !== undefined) {
    problems.push(...unknownImageProblems(systemOf(blueprint.system.id, systems), deployment));
  }
  const all = [...problems.map((problem) => asWritten(problem, own, written ?? {}, environmentFile)), ...fileProblems];
  if (blueprint === undefined || deployment === undefined || all.length > 0) throw new InputError(SUBJECT, all);
  const missing = written === undefined ? [`File ${environmentFile} does not exist: all options are those of the context.`] : [];
  return { blueprint, system: systemOf(blueprint.system.id, systems), deployment, environmentFile, warnings: missing };
}

/** The path of a definition file, from the context. */
function configOf(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new InputError(SUBJECT, [{ path: CONFIG_KEY, received: shown(value), expected: 'the path of a definition file' }]);
}

function withoutDeployment(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(request).filter(([key]) => !DEPLOYMENT_KEYS.includes(key)));
}

function collecting<T>(problems: Problem[], attempt: () => T, problemsOf = ({ problems: all }: InputError) => all): T | undefined {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...problemsOf(error));
    return undefined;
  }
}

/** Problems of a definition with the name of its system, and those of options as they are. */
function contextProblems(error: InputError): readonly Problem[] {
  return error.subject.startsWith('system ') ? partProblems(error) : error.problems;
}

/** A key, which is in quotes unless it is a plain word; paths inside a tier have dots. */
const CONTEXT_KEY = /^(?:[^."]+$|")/;

/** A problem with its key as it is typed, `-c gpu`, or with the file that sets it. Paths inside a tier are not changed. */
function asWritten(problem: Problem, own: object, written: object, file: string): Problem {
  const [key = ''] = problem.path.split('.');
  if (!CONTEXT_KEY.test(problem.path) && !DEPLOYMENT_KEYS.includes(key)) return problem;
  const isOfFile = Object.hasOwn(written, key) && !Object.hasOwn(own, key);
  return { ...problem, path: isOfFile ? `${file}: ${problem.path}` : `-c ${problem.path}` };
}
