import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { flag, object, optionalNumber, optionalText, type Properties } from './properties';
import { ONE } from './quantities';

const GROUP = 'observability and security';
const SLOW_INTERVAL_SECONDS = 30;

/** Route 53 health check, with its optional features. */
export const route53HealthCheck: Pricer = {
  types: ['AWS::Route53::HealthCheck'],
  charges: ({ properties }) => {
    const features = optionalFeatures(object(properties, 'HealthCheckConfig'));
    return [
      { kind: 'dns-health-checks', sku: 'route53/health-check', quantity: ONE, group: GROUP },
      ...(features === 0
        ? []
        : [{ kind: 'dns-health-check-features', sku: 'route53/health-check-feature', quantity: certain(features), group: GROUP } as const]),
    ];
  },
};

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
