/** What no estimate of manifests includes. */
export const NETWORK_WARNING =
  'Manifests do not contain the network around the cluster: estimates of manifests exclude the hours of NAT gateways and VPC endpoints.';
