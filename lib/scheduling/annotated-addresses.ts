import type { BalancerDemand } from './object-demand';

/**
 * The number of addresses of a load balancer, from the first of its annotations that is a list of subnets or of Elastic IP addresses: it
 * has one address in each subnet, and one Elastic IP address for each. Source: guide of the AWS Load Balancer Controller, annotations
 * `aws-load-balancer-eip-allocations`, `aws-load-balancer-subnets` and `alb.ingress.kubernetes.io/subnets`.
 */
export function addressesOf(...lists: readonly (string | undefined)[]): Pick<BalancerDemand, 'addresses'> {
  const counts = lists.map((list = '') => list.split(',').filter((item) => item.trim() !== '').length);
  const addresses = counts.find((count) => count > 0);
  return addresses === undefined ? {} : { addresses };
}
