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
  description:
    'Resource of a REST API has the path part of a sibling, a path variable next to another one, or a parent with a greedy path variable',
  fix: 'Create each path part once, with one path variable below a parent and nothing below {proxy+}',
  citation: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html',
  unsettled:
    'The page states that a greedy variable is at the end of a path. No page states that siblings differ; users report the errors of API Gateway: https://github.com/serverless/serverless/issues/2730, https://github.com/dawson-org/dawson-cli/issues/175',
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
