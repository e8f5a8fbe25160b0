import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, stringAt } from '../manifests/values';
import { formatAt, isSet, violationAt } from './field-checks';
import { EXPECTED_LABEL_KEY, isLabelKey, LABEL_VALUE } from './names';
import type { Violation } from './violation';

/** Violations of a toleration of a pod or of a RuntimeClass. Source: `ValidateTolerations` of the API server. */
export function* tolerationViolations(object: ManifestObject, item: Item): Generator<Violation> {
  const key = stringAt(item.value, 'key') ?? '';
  const operator = stringAt(item.value, 'operator') || 'Equal';
  const effect = stringAt(item.value, 'effect') ?? '';
  if (key === '' && operator !== 'Exists') yield violationAt(object, item, ['operator'], 'Exists, because there is no key');
  else if (key !== '' && !isLabelKey(key)) yield violationAt(object, item, ['key'], EXPECTED_LABEL_KEY);
  if (operator === 'Exists' && (stringAt(item.value, 'value') ?? '') !== '')
    yield violationAt(object, item, ['value'], 'no value with the operator Exists');
  else if (operator === 'Equal') yield* formatAt(object, item, ['value'], LABEL_VALUE);
  if (isSet(item.value.tolerationSeconds) && effect !== 'NoExecute')
    yield violationAt(object, item, ['effect'], 'NoExecute, because tolerationSeconds is set');
}
