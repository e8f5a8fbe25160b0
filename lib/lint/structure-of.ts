import { definedObjects, versionOf } from './definitions';
import { perContext } from './per-context';
import { structureViolations } from './structure';

/** Violations of the rules about structure. A custom resource is checked by the CustomResourceDefinition among the manifests instead. */
export const structureOf = perContext((context) => {
  const defined = definedObjects(context);
  return structureViolations(
    context.objects,
    (object) => defined.get(object)?.some(({ schemas }) => schemas.has(versionOf(object))) ?? false,
  );
});
