import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

const NAME = /^[a-zA-Z0-9_-]{1,128}$/;
const EXPECTED = '1 to 128 letters, digits, hyphens and underscores';

export const apigatewayStageName: Rule = {
  id: 'apigateway-stage-name',
  severity: 'error',
  description: 'Stage of a REST API has a name with other characters than letters, digits, hyphens and underscores',
  fix: 'Choose another StageName',
  citation: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::ApiGateway::Stage', matching('StageName', NAME, EXPECTED));
    yield* violationsOf(context, 'AWS::ApiGateway::Deployment', matching('StageName', NAME, EXPECTED));
  },
};
