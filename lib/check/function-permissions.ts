import { referencesIn } from '../cloudformation/references';
import type { TemplateResource } from '../cloudformation/template-resource';
import type { CheckContext } from './check-context';

/** CloudFormation type of the permissions of functions. */
export const FUNCTION_PERMISSION = 'AWS::Lambda::Permission';

/**
 * Whether a permission is of a function: it refers to the function, its alias or version, or has its name. True also when the
 * template does not state which function a permission is of.
 */
export function mayPermit(
  { properties: { FunctionName: named } }: TemplateResource,
  lambda: TemplateResource,
  context: CheckContext,
): boolean {
  const { FunctionName: own } = lambda.properties;
  if (typeof named === 'string') return own !== undefined && (typeof own !== 'string' || named.split(':').includes(own));
  const found = referencesIn(named).flatMap((id) => context.find(id) ?? []);
  return found.length === 0 || found.some(({ id, properties }) => id === lambda.id || referencesIn(properties).includes(lambda.id));
}
