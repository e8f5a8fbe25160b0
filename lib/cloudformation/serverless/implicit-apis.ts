import { own, type PlainObject, section } from '../../core/plain-object';
import { httpApiResources, restApiResources } from './apis';
import { eventsOf } from './events';
import type { GeneratedResource, SamResource } from './generated';
import { withGlobals } from './globals';

/**
 * The APIs that SAM adds for events that name none. Source: AWS SAM developer guide, resources generated for AWS::Serverless::Function:
 * `ServerlessRestApi` with the stage `Prod`, and `ServerlessHttpApi`.
 */
export function implicitApis(resources: readonly SamResource[], template: PlainObject): readonly GeneratedResource[] {
  const defined = section(template, 'Resources');
  const isUsed = (event: string, reference: string, id: string) =>
    !Object.hasOwn(defined, id) &&
    resources.some(({ properties }) =>
      eventsOf(properties).some(([, type, ofEvent]) => type === event && own(ofEvent, reference) === undefined),
    );
  const implicit = (id: string, type: string, properties: PlainObject): SamResource => ({
    id,
    properties: withGlobals(properties, type, template),
    raw: {},
  });
  return [
    ...(isUsed('Api', 'RestApiId', 'ServerlessRestApi')
      ? restApiResources(implicit('ServerlessRestApi', 'AWS::Serverless::Api', { StageName: 'Prod' }))
      : []),
    ...(isUsed('HttpApi', 'ApiId', 'ServerlessHttpApi')
      ? httpApiResources(implicit('ServerlessHttpApi', 'AWS::Serverless::HttpApi', {}))
      : []),
  ];
}
