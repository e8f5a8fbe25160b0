import type { Blueprint } from '../blueprint/blueprint';
import { InputError, type Problem, problemText } from '../core/problems';
import { blueprintFor } from './blueprint-for';
import { imageTagProblems } from './image-tag';
import type { SystemReference } from './system-reference';

/** Tier and options by context key, as strings or values. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** The blueprint of an end, which does not depend on images. Throws an InputError with every problem of its options. */
export function endBlueprint(system: SystemReference, { imageTag: _tag, ...options }: RawOptions): Blueprint {
  return blueprintFor({ system, ...options });
}

/** The blueprint of an end, or undefined where its tier has no such option, such as shards of a cache without cluster mode. */
export function validBlueprint(system: SystemReference, options: RawOptions): Blueprint | undefined {
  try {
    return endBlueprint(system, options);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The blueprints of both ends, or one InputError with the problems of both, each with the end in its path. */
export function blueprintsOf(system: SystemReference, from: RawOptions, to: RawOptions): readonly Blueprint[] {
  const problems = new Map<string, Problem>();
  const blueprints = Object.entries({ from, to }).flatMap(([end, request]) => {
    for (const problem of imageTagProblems(request.imageTag)) add(problems, { ...problem, path: `${end}.${problem.path}` });
    try {
      const blueprint = endBlueprint(system, request);
      if (blueprint.options.platform !== 'kubernetes') return [blueprint];
      add(problems, { path: `${end}.platform`, received: '"kubernetes"', expected: 'ecs or eks: manifests have no stack to update' });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) {
        add(problems, Object.hasOwn(request, problem.path) ? { ...problem, path: `${end}.${problem.path}` } : problem);
      }
    }
    return [];
  });
  if (problems.size > 0) throw new InputError('request', [...problems.values()]);
  return blueprints;
}

function add(problems: Map<string, Problem>, problem: Problem): void {
  problems.set(problemText(problem), problem);
}
