import { sameValueKey } from '../check-context';
import { createdBefore } from '../created-before';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, rawAt, stringAt } from '../values';

export const apigatewayStageOrder: Rule = {
  id: 'apigateway-stage-order',
  severity: 'error',
  description: 'Usage plan or base path names a stage by its text, so it may be created before the stage, which API Gateway rejects',
  fix: 'Refer to the stage with Ref, or add it to DependsOn',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-usageplan.html',
  unsettled:
    'The page does not state the order. It is known from the errors "API Stage not found" and "Invalid stage identifier specified"',
  *check(context) {
    const plans = context.ofType('AWS::ApiGateway::UsagePlan').flatMap((resource) =>
      itemsAt(resource.properties, 'ApiStages').map((item, index) => ({
        resource,
        api: rawAt(item, 'ApiId'),
        stage: stringAt(item, 'Stage'),
        path: `Properties.ApiStages[${index}].Stage`,
      })),
    );
    const paths = context.ofType('AWS::ApiGateway::BasePathMapping').map((resource) => ({
      resource,
      api: resource.properties.RestApiId,
      stage: stringAt(resource.properties, 'Stage'),
      path: 'Properties.Stage',
    }));
    for (const { resource, api, stage, path } of [...plans, ...paths]) {
      if (!isKnownString(stage)) continue;
      const creator = context
        .ofType('AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment')
        .find(({ properties }) => sameValueKey(properties.RestApiId) === sameValueKey(api) && stringAt(properties, 'StageName') === stage);
      if (creator === undefined || createdBefore(resource, context).has(creator.id)) continue;
      yield { resource, path, received: `the text ${stage}`, expected: `a reference to ${creator.id}, or ${creator.id} in DependsOn` };
    }
  },
};
