import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { optionalText, type Properties } from './properties';
import { MILLION, type UsageOf, usageCharge } from './quantities';

const GROUP = 'network and balancer';

/** HTTP API: requests, in units of 512 KB. WebSocket API: messages, in units of 32 KB, and the minutes of its connections. */
export const apigatewayv2Api: Pricer = {
  types: ['AWS::ApiGatewayV2::Api'],
  charges: (resource, context) => {
    const usage = (charge: UsageOf) => usageCharge(resource, context, charge);
    if (protocolOf(resource.properties) === 'HTTP') {
      return [
        usage({
          kind: 'api-requests',
          details: ['HTTP'],
          sku: 'api-gateway/http/requests',
          group: GROUP,
          key: 'apiRequests',
          per: MILLION,
        }),
      ];
    }
    return [
      usage({ kind: 'api-messages', sku: 'api-gateway/websocket/messages', group: GROUP, key: 'apiMessages', per: MILLION }),
      usage({
        kind: 'api-connection-minutes',
        sku: 'api-gateway/websocket/connection-minutes',
        group: GROUP,
        key: 'connectionMinutes',
        per: MILLION,
      }),
    ];
  },
};

const PROTOCOLS = ['HTTP', 'WEBSOCKET'] as const;

/** The protocol of an API. One that is imported from OpenAPI is an HTTP API. */
function protocolOf(properties: Properties): (typeof PROTOCOLS)[number] {
  const isImported = properties.Body !== undefined || properties.BodyS3Location !== undefined;
  const text = optionalText(properties, 'ProtocolType') ?? (isImported ? 'HTTP' : undefined);
  const protocol = PROTOCOLS.find((each) => each === text);
  if (protocol !== undefined) return protocol;
  throw new UnreadableProperty(
    text === undefined
      ? { kind: 'missing', property: 'ProtocolType' }
      : { kind: 'invalid', property: 'ProtocolType', shown: text, expected: PROTOCOLS },
  );
}
