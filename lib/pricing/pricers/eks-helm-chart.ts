import { type Pricer, UnreadableProperty } from '../pricer';
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
    const chart = optionalText(properties, 'Chart') ?? 'of an asset';
    if (CHARTS_OF_PODS.has(chart)) return [];
    throw new UnreadableProperty(`the resources of the chart ${chart} are unknown: volumes and load balancers would have a charge`);
  },
  freeReason: () => 'its pods run on nodes, which are billed',
};
