import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { knownWord, objects, type Properties } from './properties';
import { usageCharge } from './quantities';

/** ECS cluster. The cluster itself has no charge; the metrics of Container Insights have one, which is lower with enhanced observability. */
export const ecsCluster: Pricer = {
  types: ['AWS::ECS::Cluster'],
  charges: (resource, context) => {
    const insights = insightsOf(resource.properties);
    if (insights === 'disabled') return [];
    return [
      usageCharge(resource, context, {
        kind: 'container-insights-metrics',
        ...(insights === 'enhanced' && { details: ['enhanced observability'] }),
        sku: insights === 'enhanced' ? 'cloudwatch/enhanced-metric' : 'cloudwatch/metric',
        group: 'observability and security',
        key: 'customMetrics',
      }),
    ];
  },
  freeReason: ({ properties }) => (insightsOf(properties) === 'disabled' ? billedAs('cluster-capacity') : undefined),
};

/** Default: disabled, unless the account has another default. Source: Amazon ECS API reference, ClusterSetting. */
function insightsOf(properties: Properties) {
  const setting = objects(properties, 'ClusterSettings').find(({ Name: name }) => name === 'containerInsights');
  return knownWord(setting ?? {}, 'Value', ['disabled', 'enabled', 'enhanced'], 'disabled');
}
