import { sameValueKey } from '../check-context';
import { duplicates } from '../duplicates';
import type { Rule } from '../rule';
import { isKnownString, stringAt } from '../values';

const RESOURCE = 'AWS::ApiGateway::Resource';
const VARIABLE = /^\{.+\}$/;
const GREEDY = /^\{.+\+\}$/;

export const apigatewayResource: Rule = {
  id: 'apigateway-resource',
  severity: 'error',
  description: 'Path of a REST API has the part of a sibling, a second variable next to one, or a part below a greedy variable',
  fix: 'Create each part once, with one variable below a parent and nothing below {proxy+}',
  citation: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html',
  unsettled:
    'The page states that a greedy variable is at the end of a path. That siblings differ is known from the errors of API Gateway, "Another resource with the same parent already has this name" and "A sibling of this resource already has a variable path part"',
  *check(context) {
    const resources = context.ofType(RESOURCE);
    const keyOf = ({ properties }: (typeof resources)[number]) => {
      const part = stringAt(properties, 'PathPart');
      return isKnownString(part) ? sameValueKey([properties.RestApiId, properties.ParentId, VARIABLE.test(part) ? '{}' : part]) : undefined;
    };
    const path = 'Properties.PathPart';
    for (const { resource, other } of duplicates(context, resources, keyOf))
      yield { resource, path, received: `${String(resource.properties.PathPart)} next to ${other.id}`, expected: 'another part' };
    for (const resource of resources) {
      const parent = context.targetOf(RESOURCE, resource.properties.ParentId);
      const part = stringAt(parent?.properties, 'PathPart');
      if (isKnownString(part) && GREEDY.test(part))
        yield { resource, path: 'Properties.ParentId', received: `${parent?.id}, which is ${part}`, expected: 'a part that is not greedy' };
    }
  },
};
