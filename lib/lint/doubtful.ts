import type { ManifestObject, Path } from '../manifests/manifest-object';
import type { Rule } from './rule';
import type { Violation } from './violation';

/**
 * A variable that a tool replaces before the manifest is applied: `${NAME}` and `$NAME` of envsubst, `${NAME}` of Flux, `$(NAME)` of
 * kustomize, `($name)` of chainsaw.
 */
const VARIABLE = /\$\{[A-Za-z_]|\$\([A-Za-z_]|\$[A-Z_][A-Z0-9_]|\(\$[A-Za-z_]/;

/**
 * A violation that would be an error, as a warning where the file does not show the value that is applied: a kustomization changes the
 * field, or the value has a variable.
 */
export function withDoubt(rule: Rule, violation: Violation): Violation {
  const { object, severity = rule.severity, path, received = '', expected } = violation;
  if (severity !== 'error') return violation;
  if (isChanged(object, path)) return { ...violation, severity: 'warning', expected: `${expected}, unless a kustomization sets it` };
  if (path.some((step) => typeof step === 'string' && VARIABLE.test(step)) || VARIABLE.test(received) || VARIABLE.test(expected))
    return { ...violation, severity: 'warning', expected: `${expected}, unless a tool replaces the variable` };
  return violation;
}

/** Whether a kustomization changes a field, a part of it, or an object that it is in. */
export function isChanged({ changedFields = [] }: ManifestObject, path: Path): boolean {
  const names = path.filter((step) => typeof step === 'string');
  return changedFields.some(
    (field) => (names.length > 0 || field.length === 0) && field.every((name, index) => index >= names.length || name === names[index]),
  );
}
