import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { objects, optionalText, type Properties } from './properties';
import { usageCharge } from './quantities';

/** ECS cluster. The cluster itself has no charge; the metrics of Container Insights have one. */
export const ecsCluster: Pricer = {
  types: ['AWS::ECS::Cluster'],
  charges: (resource, context) => {
    if (!hasInsights(resource.properties)) return [];
    return [
      usageCharge(resource, context, {
        kind: 'container-insights-metrics',
        sku: 'cloudwatch/metric',
        group: 'observability and security',
        key: 'customMetrics',
      }),
    ];
  },
  freeReason: ({ properties }) => (hasInsights(properties) ? undefined : billedAs('cluster-capacity')),
};

function hasInsights(properties: Properties): boolean {
  const setting = objects(properties, 'ClusterSettings').find(({ Name: name }) => name === 'containerInsights');
  return setting !== undefined && optionalText(setting, 'Value') !== 'disabled';
}
