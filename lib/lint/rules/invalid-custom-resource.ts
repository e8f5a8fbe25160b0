import { definedObjects, versionOf } from '../definitions';
import type { Rule } from '../rule';
import { schemaViolations } from '../structural-schema';

/** Custom resource does not match its CustomResourceDefinition. */
export const invalidCustomResource: Rule = {
  id: 'invalid-custom-resource',
  severity: 'error',
  description: 'Custom resource does not match its CustomResourceDefinition',
  fix: 'Use the fields and values that the schema of the definition allows',
  citation: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/',
  *check(context) {
    for (const [object, { definition, schemas }] of definedObjects(context)) {
      const schema = schemas.get(versionOf(object));
      if (schema !== undefined) yield* schemaViolations({ object, path: [], value: object.raw, schema });
      else if (schemas.size > 0) {
        const versions = [...schemas.keys()].join(', ');
        yield {
          object,
          path: ['apiVersion'],
          received: object.apiVersion,
          expected: `a version that ${definition.name} serves: ${versions}`,
        };
      }
    }
  },
};
