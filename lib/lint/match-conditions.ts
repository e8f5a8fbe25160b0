import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, itemsOf, stringAt } from '../manifests/values';
import { expressionIn } from './cel-expressions';
import { eachOnce } from './field-checks';
import type { Violation } from './violation';

/** The violations of the match conditions of a webhook or an admission policy. Source: `validateMatchConditions` of the API server. */
export function* matchConditions(object: ManifestObject, owner: Item, variables: readonly string[] = REQUEST): Generator<Violation> {
  const conditions = itemsOf(owner, 'matchConditions');
  yield* eachOnce(object, conditions, ({ value }) => stringAt(value, 'name'), ['name'], 'each name once');
  for (const condition of conditions) yield* expressionIn(object, condition, 'expression', { variables, result: 'bool' });
}

/** Variables of every expression about a request. Source: Kubernetes documentation, "Common Expression Language in Kubernetes". */
export const REQUEST: readonly string[] = ['object', 'oldObject', 'request', 'authorizer'];
