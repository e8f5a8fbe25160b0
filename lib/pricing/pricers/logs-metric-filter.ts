import type { TemplateResource } from '../../cloudformation/template-resource';
import { billedAs } from '../../core/free-reason';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { oncePerTemplate } from './following';
import { objects, type Properties } from './properties';
import { ONE, usageCharge } from './quantities';

const METRIC = { kind: 'custom-metrics', sku: 'cloudwatch/metric', group: 'observability and security' } as const;
/** A metric is charged for the hours in which it has data: without a default value, matching events decide. */
const IF_EVENTS_MATCH = { ...ONE, low: 0 };

/**
 * Metric filter of a log group: its metrics are custom metrics. A metric with dimensions is one metric for each combination of their
 * values, which is usage. Filters that write to the same metric are charged for it once.
 */
export const logsMetricFilter: Pricer = {
  types: ['AWS::Logs::MetricFilter'],
  charges: (resource, context) => ownMetrics(resource, context).map((metric) => chargeOf(metric, resource, context)),
  freeReason: (resource) => (metricsOf(resource).length === 0 ? undefined : billedAs('metric-filter')),
};

function chargeOf(metric: Properties, resource: TemplateResource, context: PricingContext): Charge {
  if (objects(metric, 'Dimensions').length > 0) return usageCharge(resource, context, { ...METRIC, key: 'customMetrics' });
  return { ...METRIC, quantity: metric.DefaultValue === undefined ? IF_EVENTS_MATCH : ONE };
}

/** The metrics that no filter before this one writes to. */
function ownMetrics(filter: TemplateResource, context: PricingContext): readonly Properties[] {
  return metricsOf(filter).filter((metric) => firstWriters(context).get(nameOf(metric)) === filter.id);
}

const firstWriters = oncePerTemplate((context) => {
  const first = new Map<string, string>();
  for (const filter of context.ofType('AWS::Logs::MetricFilter')) {
    for (const metric of metricsOf(filter)) if (!first.has(nameOf(metric))) first.set(nameOf(metric), filter.id);
  }
  return first;
});

function metricsOf({ properties }: TemplateResource): readonly Properties[] {
  return objects(properties, 'MetricTransformations');
}

function nameOf({ MetricNamespace, MetricName }: Properties): string {
  return JSON.stringify([MetricNamespace, MetricName]);
}
