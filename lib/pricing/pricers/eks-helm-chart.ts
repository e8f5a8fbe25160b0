import { type Pricer, UnreadableProperty } from '../pricer';
import { optionalText } from './properties';

/** Charts whose pods run on nodes, and that make nothing else that is billed unless their values ask for it. */
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

/** A chart that the CDK installs. What is in it is known for some by name; any other may make volumes and load balancers. */
export const eksHelmChart: Pricer = {
  types: ['Custom::AWSCDK-EKS-HelmChart'],
  charges: ({ properties }) => {
    const chart = optionalText(properties, 'Chart') ?? 'of an asset';
    if (CHARTS_OF_PODS.has(chart)) return [];
    throw new UnreadableProperty(`the resources of the chart ${chart} are unknown: volumes and load balancers would have a charge`);
  },
  freeReason: () => 'its pods run on nodes, which are billed',
};
