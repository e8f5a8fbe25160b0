import { SYSTEMS } from '../../tiers';
import { allParts } from '../core/all-parts';
import { isPlainObject } from '../core/plain-object';
import { InputError, notOneOf, type Problem, shown, shownKey } from '../core/problems';
import { parseSystem } from '../model/parse-system';
import { Id } from '../model/scalars';
import type { System } from '../model/system';
import type { SystemDefinition } from '../model/tier-extension';

/** A system of a request: one of your own, or the id of an example of the package, such as `aiva`. */
export type SystemReference = string | SystemDefinition;

const loadedSystems = new WeakMap<object, System>();

/** Checks a system's definition once and returns it with defaults filled in. Throws an InputError with every problem. */
export function loadSystem(definition: SystemDefinition): System {
  const known = loadedSystems.get(definition);
  if (known !== undefined) return known;
  const system = parseSystem(definition, subjectOf(definition.id));
  loadedSystems.set(definition, system);
  return system;
}

/** Checks several definitions. Throws an InputError with the problems of all of them. */
export function loadSystems(definitions: readonly SystemDefinition[]): readonly System[] {
  return Object.values(allParts(Object.fromEntries(definitions.map((definition, index) => [index, () => loadSystem(definition)]))));
}

/** A definition of users may have anything as its id, or none. */
function subjectOf(id: unknown): string {
  if (id === undefined) return 'system';
  return `system ${typeof id === 'string' ? shownKey(id) : shown(id)}`;
}

/** The system that a reference means. Throws an InputError with a suggestion for an unknown id, and for an invalid definition. */
export function systemOf(reference: SystemReference, systems: readonly SystemDefinition[] = SYSTEMS): System {
  const definition = definitionOf(reference, systems);
  if (definition === undefined) throw new InputError('system', [systemProblem(String(reference), systems)]);
  return loadSystem(definition);
}

/** The system of a raw request, by default the first. Throws an InputError as `systemOf` does. */
export function systemOfRequest({ system }: Readonly<Record<string, unknown>>): System {
  return systemOf((system ?? SYSTEMS[0]?.id) as SystemReference);
}

/** The definition that a reference means; undefined for an unknown id. */
export function definitionOf(reference: unknown, systems: readonly SystemDefinition[] = SYSTEMS): SystemDefinition | undefined {
  return isPlainObject(reference) ? (reference as unknown as SystemDefinition) : systems.find(({ id }) => id === reference);
}

/** An operation of a definition that is not checked yet. */
export interface NamedOperation {
  /** Id of the operation. */
  readonly id: string;
  /** Singular name. */
  readonly name: string;
  /** Name in the plural. Default: the regular plural. */
  readonly plural?: string;
  /** `event` or `session`; anything else is a problem of the definition. */
  readonly kind?: unknown;
}

/** The operations of a definition that have a valid id and a name. The others are problems, once the definition is checked. */
export function namedOperations({ operations }: SystemDefinition): readonly NamedOperation[] {
  return Object.entries(operations ?? {}).flatMap(([id, operation]: [string, unknown]) => {
    if (!Id.safeParse(id).success || !isPlainObject(operation) || typeof operation.name !== 'string') return [];
    const { name, plural, kind } = operation;
    return [{ id, name, kind, ...(typeof plural === 'string' && { plural }) }];
  });
}

/** The problem of an id that no system has. */
export function systemProblem(id: string, systems: readonly SystemDefinition[]): Problem {
  return notOneOf(
    'system',
    id,
    systems.map((system) => system.id),
  );
}
