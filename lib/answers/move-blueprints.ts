import type { Blueprint } from '../blueprint/blueprint';
import { InputError, type Problem, problemText, shown } from '../core/problems';
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

/** Both ends of a move. */
type Ends = readonly [from: Blueprint, to: Blueprint];

/** The blueprints of stacks of both ends, or one InputError with the problems of both, each with the end in its path. */
export function blueprintsOf(system: SystemReference, from: RawOptions, to: RawOptions): Ends {
  const platform = { isManifests: false, expected: 'ecs or eks, or kubernetes at both ends' };
  return endsOf(system, { from, to }, platform);
}

/** The blueprints of manifests of both ends, or one InputError with the problems of both. */
export function kubernetesBlueprints(system: SystemReference, from: RawOptions, to: RawOptions): Ends {
  const platform = { isManifests: true, expected: 'kubernetes at both ends, or another platform at both' };
  return endsOf(system, { from, to }, platform);
}

/** The platform that both ends must have. */
interface RequiredPlatform {
  readonly isManifests: boolean;
  readonly expected: string;
}

function endsOf(
  system: SystemReference,
  ends: Readonly<Record<'from' | 'to', RawOptions>>,
  { isManifests, expected }: RequiredPlatform,
): Ends {
  const problems = new Map<string, Problem>();
  const blueprints = Object.entries(ends).flatMap(([end, request]) => {
    for (const problem of imageTagProblems(request.imageTag)) add(problems, { ...problem, path: `${end}.${problem.path}` });
    try {
      const blueprint = endBlueprint(system, request);
      if ((blueprint.options.platform === 'kubernetes') === isManifests) return [blueprint];
      add(problems, { path: `${end}.platform`, received: shown(blueprint.options.platform), expected });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) {
        add(problems, Object.hasOwn(request, problem.path) ? { ...problem, path: `${end}.${problem.path}` } : problem);
      }
    }
    return [];
  });
  const [deployed, next] = blueprints;
  if (problems.size > 0 || deployed === undefined || next === undefined) throw new InputError('request', [...problems.values()]);
  return [deployed, next];
}

function add(problems: Map<string, Problem>, problem: Problem): void {
  problems.set(problemText(problem), problem);
}
