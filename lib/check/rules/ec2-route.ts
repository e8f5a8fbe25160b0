import { sameValueKey } from '../check-context';
import { duplicates } from '../duplicates';
import { atMostOne, violationsOf } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString, stringAt } from '../values';

const ROUTE = 'AWS::EC2::Route';
const TARGETS = [
  'CarrierGatewayId',
  'CoreNetworkArn',
  'EgressOnlyInternetGatewayId',
  'GatewayId',
  'InstanceId',
  'LocalGatewayId',
  'NatGatewayId',
  'NetworkInterfaceId',
  'TransitGatewayId',
  'VpcEndpointId',
  'VpcPeeringConnectionId',
];
const DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'];

export const ec2Route: Rule = {
  id: 'ec2-route',
  severity: 'error',
  description: 'Route has two targets, or the destination of another route of its table',
  fix: 'Keep one target, and one route for each destination',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html',
  *check(context) {
    yield* violationsOf(context, ROUTE, atMostOne(...TARGETS));
    const routes = context.ofType(ROUTE);
    const keyOf = ({ properties }: (typeof routes)[number]) => {
      const destination = DESTINATIONS.map((name) => stringAt(properties, name)).find(isKnownString);
      return destination === undefined ? undefined : sameValueKey([properties.RouteTableId, destination]);
    };
    for (const { resource, other } of duplicates(context, routes, keyOf)) {
      const path = `Properties.${DESTINATIONS.find((name) => isKnownString(stringAt(resource.properties, name)))}`;
      yield { resource, path, received: `the destination of ${other.id}`, expected: 'a destination that no other route of the table has' };
    }
  },
};
