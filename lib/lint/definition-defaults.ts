import { own } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import type { Item } from '../manifests/values';
import { isSet } from './field-checks';
import { schemaViolations } from './structural-schema';
import type { Violation } from './violation';

/**
 * The violation of a default that its own schema does not accept. The API server checks a default before it fills in those of its
 * fields. Source: `ValidateDefaults` of k8s.io/apiextensions-apiserver.
 */
export function* defaultViolations(object: ManifestObject, { value: schema, path }: Item): Generator<Violation> {
  const value = own(schema, 'default');
  if (!isSet(value)) return;
  const [first] = schemaViolations({ object, path: [...path, 'default'], value, schema });
  if (first !== undefined) yield first;
}
