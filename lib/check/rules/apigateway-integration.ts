import { is } from '../property-condition';
import { oneOf, required, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';
import { rawAt } from '../values';

/** The URI of a function is often an Fn::Sub with the account. */
const INVOKES = {
  holds: (method: unknown) => JSON.stringify(rawAt(method, 'Integration', 'Uri'))?.includes(':lambda:path/2015-03-31/functions/') === true,
  words: 'the URI of a function',
};

export const apigatewayIntegration: Rule = {
  id: 'apigateway-integration',
  severity: 'error',
  description:
    'Integration of a method has no HTTP method, URI or VPC link, another method than POST for a function, or a timeout below 50 ms',
  fix: 'Set IntegrationHttpMethod, Uri and, with VPC_LINK, ConnectionId; functions are invoked with POST',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ApiGateway::Method',
      when(
        is('Integration.Type', 'AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY'),
        required('Integration.IntegrationHttpMethod'),
        required('Integration.Uri'),
      ),
      when(INVOKES, oneOf('Integration.IntegrationHttpMethod', ['POST'])),
      when(is('Integration.ConnectionType', 'VPC_LINK'), required('Integration.ConnectionId')),
      within('Integration.TimeoutInMillis', { least: 50 }),
    ),
};
