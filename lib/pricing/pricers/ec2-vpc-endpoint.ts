import { noCharge } from '../../core/free-reason';
import { HOURS_PER_MONTH } from '../../core/time';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { optionalText, type Properties } from './properties';
import { hoursOf, usageCharge } from './quantities';
import { subnetCount } from './subnet-count';

const GATEWAY_LOAD_BALANCER = 'GatewayLoadBalancer';

/** Endpoint of a collection of OpenSearch Serverless. Source: its developer guide, "Data plane access through AWS PrivateLink": an interface endpoint. */
const OF_SEARCH = 'AWS::OpenSearchServerless::VpcEndpoint';

/** VPC endpoint. An interface endpoint is charged for each subnet; a gateway endpoint has no charge. */
export const ec2VpcEndpoint: Pricer = {
  types: ['AWS::EC2::VPCEndpoint', OF_SEARCH],
  charges: (resource, context) => {
    const kind = resource.type === OF_SEARCH ? 'Interface' : kindOf(resource.properties);
    if (kind === 'Gateway') return [];
    if (kind !== 'Interface' && kind !== GATEWAY_LOAD_BALANCER) {
      throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'VpcEndpointType', feature: `endpoints of type ${kind}` });
    }
    const { count, details = [] } = subnetCount(resource.properties, 'SubnetIds', 1, context);
    if (count.high === 0) throw new UnreadableProperty({ kind: 'missing-subnets', property: 'SubnetIds', billed: 'endpoint' });
    return [
      {
        kind: 'vpc-endpoint-hours',
        details: [kind, ...details],
        sku: 'vpc-endpoint/hours',
        quantity: hoursOf(count),
        group: 'network and balancer',
      },
      usageCharge(resource, context, {
        kind: 'vpc-endpoint-gb',
        details: [kind],
        sku: kind === GATEWAY_LOAD_BALANCER ? 'vpc-endpoint/gateway-load-balancer-data' : 'vpc-endpoint/data',
        group: 'transfer',
        key: 'processedGbPerHour',
        per: 1 / HOURS_PER_MONTH,
      }),
    ];
  },
  freeReason: ({ properties }) => (kindOf(properties) === 'Gateway' ? noCharge('gateway-endpoints') : undefined),
};

function kindOf(properties: Properties): string {
  return optionalText(properties, 'VpcEndpointType') ?? 'Gateway';
}
