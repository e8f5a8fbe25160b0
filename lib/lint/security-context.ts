import { type Item, objectAt } from '../manifests/values';

/** The security context of a pod or a container, empty where it has none. */
export function securityContextOf({ value, path }: Item): Item {
  return { value: objectAt(value, 'securityContext'), path: [...path, 'securityContext'] };
}
