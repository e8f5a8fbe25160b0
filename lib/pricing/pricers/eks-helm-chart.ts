import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { optionalText } from './properties';

/** Charts that create only pods, which run on nodes, unless their values require other resources that AWS charges for. */
const CHARTS_OF_PODS: ReadonlySet<string> = new Set([
  'aws-for-fluent-bit',
  'aws-load-balancer-controller',
  'cluster-autoscaler',
  'external-secrets',
  'keda',
  'kube-prometheus-stack',
  'nvidia-device-plugin',
  'snapscheduler',
  'traefik-crds',
]);

/** Helm chart that the CDK installs. The resources of some charts are known by name; any other may create volumes and load balancers. */
export const eksHelmChart: Pricer = {
  types: ['Custom::AWSCDK-EKS-HelmChart'],
  charges: ({ properties }) => {
    const chart = optionalText(properties, 'Chart');
    if (chart !== undefined && CHARTS_OF_PODS.has(chart)) return [];
    throw new UnreadableProperty({ kind: 'unknown-chart', chart: chart ?? null });
  },
  freeReason: () => billedAs('nodes-of-chart'),
};
