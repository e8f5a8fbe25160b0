import { is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

/** Types with a role. Source: the page of the citation, ServiceRoleArn. */
const WITH_ROLE = [
  'AWS_LAMBDA',
  'AMAZON_DYNAMODB',
  'AMAZON_ELASTICSEARCH',
  'AMAZON_EVENTBRIDGE',
  'AMAZON_OPENSEARCH_SERVICE',
  'RELATIONAL_DATABASE',
  'AMAZON_BEDROCK_RUNTIME',
];

export const appsyncDataSource: Rule = {
  id: 'appsync-data-source',
  severity: 'error',
  description: 'Data source of a GraphQL API has no role or no configuration for its type',
  fix: 'Set ServiceRoleArn and the configuration, such as LambdaConfig',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-datasource.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::AppSync::DataSource',
      when(is('Type', ...WITH_ROLE), required('ServiceRoleArn')),
      when(is('Type', 'AWS_LAMBDA'), required('LambdaConfig')),
      when(is('Type', 'AMAZON_DYNAMODB'), required('DynamoDBConfig')),
    ),
};
