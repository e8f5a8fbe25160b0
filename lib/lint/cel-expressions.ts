import { hasCelSyntax } from '../cel/has-cel-syntax';
import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, stringAt } from '../manifests/values';
import { violationAt } from './field-checks';
import type { Violation } from './violation';

/** The violation of an expression that is not CEL. Missing and empty ones are reported by the rules about structure. */
export function* expressionAt(object: ManifestObject, item: Item, field: string): Generator<Violation> {
  const text = stringAt(item.value, field) ?? '';
  if (text.trim() !== '' && !hasCelSyntax(text)) yield violationAt(object, item, [field], 'an expression in CEL');
}
