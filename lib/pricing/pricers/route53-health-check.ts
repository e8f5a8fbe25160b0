import { certain } from '../../core/interval';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { allFollowed } from './following';
import { flag, object, optionalNumber, optionalText, type Properties } from './properties';

const GROUP = 'observability and security';
const SLOW_INTERVAL_SECONDS = 30;

/** Route 53 health check, with its optional features. */
export const route53HealthCheck: Pricer = {
  types: ['AWS::Route53::HealthCheck'],
  charges: ({ properties }, context) => {
    const config = object(properties, 'HealthCheckConfig');
    const features = optionalFeatures(config);
    const isInAws = hasNoOtherEndpoint(config, context);
    return [
      ...ofEndpoint(isInAws, { kind: 'dns-health-checks', sku: 'route53/health-check', group: GROUP }, 1),
      ...ofEndpoint(isInAws, { kind: 'dns-health-check-features', sku: 'route53/health-check-feature', group: GROUP }, features),
    ];
  },
};

/** Health checks of other health checks, of alarms and of routing controls have no endpoint. */
const WITHOUT_ENDPOINT = ['CALCULATED', 'CLOUDWATCH_METRIC', 'RECOVERY_CONTROL'];

/** Whether the endpoint is a resource of the template, such as a load balancer, or there is none. */
function hasNoOtherEndpoint(config: Properties, context: PricingContext): boolean {
  if (WITHOUT_ENDPOINT.includes(optionalText(config, 'Type') ?? '')) return true;
  return [config.FullyQualifiedDomainName, config.IPAddress].some((value) => allFollowed(value, context).length > 0);
}

/** An endpoint outside of AWS costs more, and a name or an address does not say where it is: high has the price of one outside. */
function ofEndpoint(isInAws: boolean, charge: Omit<Charge, 'quantity'>, count: number): readonly Charge[] {
  if (count === 0) return [];
  if (isInAws) return [{ ...charge, quantity: certain(count) }];
  return [
    { ...charge, quantity: { low: count, mid: count, high: 0 }, isOfMix: true },
    {
      ...charge,
      details: ['endpoint outside of AWS'],
      sku: `${charge.sku}-outside`,
      quantity: { low: 0, mid: 0, high: count },
      isOfMix: true,
    },
  ];
}

/** HTTPS, string matching, a fast interval and latency measurement are each charged. Source: Amazon Route 53 pricing. */
function optionalFeatures(config: Properties): number {
  const type = optionalText(config, 'Type') ?? '';
  return [
    type.startsWith('HTTPS'),
    type.endsWith('STR_MATCH'),
    (optionalNumber(config, 'RequestInterval') ?? SLOW_INTERVAL_SECONDS) < SLOW_INTERVAL_SECONDS,
    flag(config, 'MeasureLatency', false),
  ].filter(Boolean).length;
}
