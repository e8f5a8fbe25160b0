import { blueprintFor } from '../lib/answers/blueprint-for';
import { imageTagProblems } from '../lib/answers/image-tag';
import type { Blueprint } from '../lib/blueprint/blueprint';
import { InputError, type Problem } from '../lib/core/problems';

/** The stack that a CDK context requests. */
export interface StackRequest {
  /** The requested tier with its options, resolved. */
  readonly blueprint: Blueprint;
  /** Tag of the images in the services' repositories; without it services run a placeholder. */
  readonly imageTag?: string;
}

const SUBJECT = 'context';

/** Keys of the CDK that look like keys of this package; all its other keys contain `:`, `/` or `@`. */
const KEYS_OF_CDK: readonly string[] = ['acknowledged-issue-numbers', 'cli-telemetry'];
const MARKS_OF_CDK = /[:/@]/;

/** Reads the context. The keys of this package are `system`, `tier`, `imageTag` and the options. Throws an InputError with every problem. */
export function requestFromContext(context: Readonly<Record<string, unknown>>): StackRequest {
  const own = Object.entries(context).filter(([key]) => !MARKS_OF_CDK.test(key) && !KEYS_OF_CDK.includes(key));
  const { imageTag, ...request } = Object.fromEntries(own);
  const problems = imageTagProblems(imageTag);
  try {
    const blueprint = blueprintFor(request, { subject: SUBJECT, otherKeys: ['imageTag'] });
    if (problems.length > 0) throw new InputError(SUBJECT, []);
    return { blueprint, ...(imageTag === undefined ? {} : { imageTag: String(imageTag) }) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(SUBJECT, [...error.problems, ...problems].map(asWritten));
  }
}

/** A key, which is in quotes unless it is a plain word; paths inside a tier have dots. */
const CONTEXT_KEY = /^(?:[^."]+$|")/;

/** A problem with its key as it is typed: `-c gpu`. Paths inside a tier are not changed. */
function asWritten(problem: Problem): Problem {
  return CONTEXT_KEY.test(problem.path) ? { ...problem, path: `-c ${problem.path}` } : problem;
}
