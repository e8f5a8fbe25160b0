import { intrinsicOf } from '../../cloudformation/references';
import { isPlainObject } from '../../core/plain-object';
import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { scopesOf } from '../state-machines';
import { rawAt } from '../values';

/** Fields of a state with values by path. */
const FIELDS = ['Parameters', 'ResultSelector', 'ItemSelector'];
/** A path, the context object, or an intrinsic function. */
const PATH = /^\s*(\$|States\.)/;

export const stepfunctionsPath: Rule = {
  id: 'stepfunctions-path',
  severity: 'error',
  description: 'Parameter of a state has a name that ends with .$, and its value is no path',
  fix: 'Begin the value with $, or end the name without .$',
  citation: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html',
  *check(context) {
    for (const resource of context.ofType('AWS::StepFunctions::StateMachine')) {
      for (const { states, path } of scopesOf(resource)) {
        for (const [name, state] of Object.entries(states)) {
          for (const field of FIELDS) {
            for (const wrong of wrongPaths(rawAt(state, field), `${path}.States.${name}.${field}`))
              yield { resource, ...wrong, expected: 'a path that begins with $' };
          }
        }
      }
    }
  },
};

/** Texts of names that end with `.$` that are no paths. A text with a substitution is known only at deployment. */
function* wrongPaths(value: unknown, path: string): Generator<{ readonly path: string; readonly received: string }> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* wrongPaths(item, `${path}[${index}]`);
  if (!isPlainObject(value) || intrinsicOf(value) !== undefined) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') yield* wrongPaths(inner, `${path}.${key}`);
    else if (key.endsWith('.$') && !PATH.test(inner) && !inner.includes('${')) yield { path: `${path}.${key}`, received: shown(inner) };
  }
}
