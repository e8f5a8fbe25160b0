import { expressionFacts } from '../cel/expression-facts';
import { hasCelSyntax } from '../cel/has-cel-syntax';
import { didYouMean } from '../core/problems';
import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, stringAt } from '../manifests/values';
import { violationAt } from './field-checks';
import type { Violation } from './violation';

/** The violation of an expression that is not CEL. Missing and empty ones are reported by the rules about structure. */
export function* expressionAt(object: ManifestObject, item: Item, field: string): Generator<Violation> {
  const text = stringAt(item.value, field) ?? '';
  if (text.trim() !== '' && !hasCelSyntax(text)) yield violationAt(object, item, [field], 'an expression in CEL');
}

/** The variables that an expression may use, and the result that it must have. */
export interface ExpressionScope {
  /** Names of its variables. */
  readonly variables: readonly string[];
  /** Names of the composed variables of an admission policy, which are fields of `variables`. Default: none. */
  readonly composed?: readonly string[];
  /** Its result. Default: any. */
  readonly result?: 'bool' | 'string';
}

/** The violations of an expression that is not CEL, reads variables that do not exist or has another result. The API server compiles it with their types. */
export function* expressionIn(object: ManifestObject, item: Item, field: string, scope: ExpressionScope): Generator<Violation> {
  const broken = [...expressionAt(object, item, field)];
  yield* broken;
  const facts = broken.length > 0 ? undefined : expressionFacts(stringAt(item.value, field) ?? '');
  if (facts === undefined) return;
  const place = { object, path: [...item.path, field] };
  const { variables, composed = [], result } = scope;
  const unknown = [
    ...facts.variables.filter((name) => !variables.includes(name)).map((name) => ({ name, known: variables })),
    ...facts.composed
      .filter((name) => !composed.includes(name))
      .map((name) => ({ name: `variables.${name}`, known: composed.map((one) => `variables.${one}`) })),
  ];
  for (const { name, known } of unknown.slice(0, 1)) {
    const suggestion = didYouMean(name, known);
    const expected = known.length === 0 ? 'a variable that is declared before' : `one of ${known.join(', ')}`;
    yield { ...place, received: `the variable ${name}`, expected, ...(suggestion !== undefined && { suggestion }) };
  }
  if (result !== undefined && facts.result !== undefined && facts.result !== result)
    yield { ...place, received: `an expression without a ${RESULTS[result]} as its result`, expected: `a ${RESULTS[result]}` };
}

const RESULTS = { bool: 'truth value', string: 'string' } as const;
