import { isPlainObject } from '../core/plain-object';
import { oneOf, shown } from '../core/problems';
import type { Component, ComponentKind } from './component';
import { deadEndProblems, placementProblems } from './dead-ends';
import { gpuProblems } from './gpu-references';
import { gainedService } from './gpu-services';
import type { ReferenceProblem } from './reference-problem';
import { storageProblems } from './storage-problems';
import type { Tier } from './tier';
import { topologyProblems } from './topology-problems';
import { isValidAt, type Path, type ValidComponents, type ValidParts, validParts } from './valid-parts';

/** The parts of a tier that refer to its components. */
type TierParts = Pick<Tier, 'components' | 'gpu' | 'regions'>;

/**
 * Problems of references between the components of tiers: every id that a component names must exist and be of a suitable kind.
 * The values at the paths `invalid` have problems of their own; all others are checked, except in a tier with invalid ids.
 */
export function componentReferenceProblems(tiers: readonly TierParts[], invalid: readonly Path[]): ReferenceProblem[] {
  return tiers.flatMap((tier, index) => {
    const ofTier = invalid.filter(([list, position]) => list === 'tiers' && position === index).map((path) => path.slice(2));
    if (!hasKnownIds(tier, ofTier)) return [];
    return tierProblems(tier, ofTier).map((problem) => ({ ...problem, path: ['tiers', index, ...problem.path] }));
  });
}

/** Whether the ids of the components of a tier are known: it has components, and no id that is invalid. */
function hasKnownIds({ components }: TierParts, invalid: readonly Path[]): boolean {
  return (
    isPlainObject(components) &&
    !invalid.some(([field, id]) => field === 'components' && (id === undefined || !Object.hasOwn(components, id)))
  );
}

function tierProblems(tier: TierParts, invalid: readonly Path[]): ReferenceProblem[] {
  const components = Object.fromEntries(
    Object.entries(tier.components).map(([id, component]) => [id, validParts(component, ['components', id], invalid)]),
  );
  const { gpu, regions } = validParts(tier, [], invalid);
  const gained = gainedService({ gpu });
  return [
    ...Object.entries(components).flatMap(([id, component]) => [
      ...referencesOf(component, ['components', id]).flatMap((reference) =>
        reference.target === gained?.id ? [gainedTargetProblem(reference)] : problemsOf(reference, components),
      ),
      ...storageProblems(component, ['components', id]),
      ...topologyProblems(component, ['components', id]),
      ...(isValidAt(['components', id], invalid) ? deadEndProblems(components, ['components', id], component) : []),
    ]),
    ...placementProblems(components),
    ...references(['regions', 'replicates'], regions?.replicates, REPLICABLE).flatMap((each) => problemsOf(each, components)),
    ...(gained === undefined
      ? []
      : [
          ...references(['gpu', 'usedBy'], gained.usedBy, ['service']).flatMap((each) => problemsOf(each, components)),
          ...referencesOf(gained.service, ['gpu', 'service']).flatMap((each) => problemsOf(each, components)),
          ...deadEndProblems(components, ['gpu', 'service'], gained.service),
        ]),
    ...(isValidAt(['components'], invalid) && isValidAt(['gpu'], invalid) ? gpuProblems(tier) : []),
  ];
}

interface Reference {
  readonly path: readonly (string | number)[];
  readonly target: string;
  readonly kinds: readonly ComponentKind[];
}

const USABLE: readonly ComponentKind[] = ['service', 'database', 'cache', 'document-store', 'vector-store', 'bucket', 'queue', 'external'];
const REPLICABLE: readonly ComponentKind[] = ['database', 'cache', 'document-store', 'bucket'];
const RUNNABLE: readonly ComponentKind[] = ['service', 'database', 'cache', 'document-store', 'vector-store'];

function referencesOf(component: ValidParts<Component>, path: readonly (string | number)[]): Reference[] {
  switch (component.kind) {
    case 'service':
      return [...references([...path, 'uses'], component.uses, USABLE), ...reference([...path, 'worksOn'], component.worksOn, 'queue')];
    case 'node-pool':
      return references([...path, 'runs'], component.runs, RUNNABLE);
    case 'load-balancer':
      return reference([...path, 'target'], component.target, 'service');
    case 'cdn':
      return reference([...path, 'origin'], component.origin, 'bucket');
    case 'database':
    case 'cache':
    case 'document-store':
    case 'vector-store':
    case 'bucket':
    case 'queue':
    case 'external':
    case undefined:
      return [];
  }
}

function references(
  path: readonly (string | number)[],
  targets: readonly string[] | undefined,
  kinds: readonly ComponentKind[],
): Reference[] {
  return (targets ?? []).map((target, index) => ({ path: [...path, index], target, kinds }));
}

function reference(path: readonly (string | number)[], target: string | undefined, kind: ComponentKind): Reference[] {
  return target === undefined ? [] : [{ path, target, kinds: [kind] }];
}

function problemsOf({ path, target, kinds }: Reference, components: ValidComponents): ReferenceProblem[] {
  const component = Object.hasOwn(components, target) ? components[target] : undefined;
  // A component with an invalid kind may be meant as one of a suitable kind.
  if (component !== undefined && (component.kind === undefined || kinds.includes(component.kind))) return [];
  const [, owner] = path;
  const words = Object.keys(components).filter((id) => id !== owner && kinds.some((kind) => kind === components[id]?.kind));
  const message = words.length === 0 ? `the id of a ${kinds.join(' or ')}` : oneOf(words);
  const reason = component === undefined ? {} : { reason: `${shown(target)} is a ${component.kind}` };
  return [{ path: [...path], input: target, message, params: { words, ...reason } }];
}

/** Components that exist with every option cannot refer to one that exists only with a GPU. */
function gainedTargetProblem({ path, target }: Reference): ReferenceProblem {
  return {
    path: [...path],
    input: target,
    message: `its callers in gpu.usedBy, or ${target} in components with gpus`,
    params: { reason: `${target} is gpu.service, which the tier has only with a GPU` },
  };
}
