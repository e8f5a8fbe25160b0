import type { TemplateResource } from '../cloudformation/template-resource';
import { isPlainObject } from '../core/plain-object';
import { parsedJson } from './parsed-json';
import { rawAt, valueAt } from './values';

/** The states of a state machine, or of a branch or iterator inside it. */
export interface StateMachineScope {
  /** Name of the first state; undefined when it is missing or unknown. */
  readonly start: unknown;
  /** States by name. */
  readonly states: Readonly<Record<string, unknown>>;
  /** Path of the scope: `Properties.Definition`. */
  readonly path: string;
}

/**
 * The scopes of a state machine whose definition is in the template, as an object or as JSON: itself, and those inside Parallel and
 * Map states. Empty when the definition is known only at deployment.
 */
export function scopesOf({ properties }: TemplateResource): readonly StateMachineScope[] {
  const text = valueAt(properties, 'DefinitionString');
  if (typeof text === 'string') return scopesIn(parsedJson(text), 'Properties.DefinitionString');
  return scopesIn(rawAt(properties, 'Definition'), 'Properties.Definition');
}

function scopesIn(definition: unknown, path: string): readonly StateMachineScope[] {
  const states = valueAt(definition, 'States');
  if (!isPlainObject(states)) return [];
  const inner = Object.entries(states).flatMap(([name, state]) => {
    const place = `${path}.States.${name}`;
    const branches = valueAt(state, 'Branches');
    return [
      ...(Array.isArray(branches) ? branches : []).flatMap((branch, index) => scopesIn(branch, `${place}.Branches[${index}]`)),
      ...['Iterator', 'ItemProcessor'].flatMap((key) => scopesIn(rawAt(state, key), `${place}.${key}`)),
    ];
  });
  return [{ start: valueAt(definition, 'StartAt'), states, path }, ...inner];
}
