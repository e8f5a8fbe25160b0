import type { ManifestObject, Path } from '../manifests/manifest-object';
import { itemsAt, stringAt } from '../manifests/values';
import { stringsIn } from './field-checks';

/** A requirement of a NodePool on a label of its nodes. */
export interface StatedRequirement {
  /** `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`. */
  readonly operator: string;
  /** Values of the operator. */
  readonly values: readonly string[];
  /** Path of the requirement. */
  readonly path: Path;
}

/** Operators whose meaning is known here. Karpenter has more in its later releases. */
const OPERATORS: ReadonlySet<string> = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']);

/** Requirements of a NodePool by the key of their label, without those with other operators. */
export function requirementsByKey({ raw }: ManifestObject): ReadonlyMap<string, readonly StatedRequirement[]> {
  const byKey = new Map<string, readonly StatedRequirement[]>();
  for (const { value, path } of itemsAt(raw, 'spec', 'template', 'spec', 'requirements')) {
    const [key, operator] = [stringAt(value, 'key'), stringAt(value, 'operator')];
    if (key === undefined || operator === undefined || !OPERATORS.has(operator)) continue;
    byKey.set(key, [...(byKey.get(key) ?? []), { operator, values: stringsIn(value, 'values'), path }]);
  }
  return byKey;
}
