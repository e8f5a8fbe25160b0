import { balancerType, LISTENER, LOAD_BALANCER } from '../elb';
import type { Rule } from '../rule';
import { itemsAt, rawAt, stringAt } from '../values';

export const elbPlainHttp: Rule = {
  id: 'elb-plain-http',
  severity: 'warning',
  description: 'Internet-facing load balancer serves HTTP without encryption',
  fix: 'Add an HTTPS listener with a certificate, and redirect the HTTP listener to it',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
  *check(context) {
    for (const listener of context.ofType(LISTENER)) {
      if (stringAt(listener.properties, 'Protocol') !== 'HTTP') continue;
      const balancer = context.targetOf(LOAD_BALANCER, listener.properties.LoadBalancerArn);
      if (balancer === undefined || balancerType(balancer) !== 'application') continue;
      if ((stringAt(balancer.properties, 'Scheme') ?? 'internet-facing') !== 'internet-facing') continue;
      if (!itemsAt(listener.properties, 'DefaultActions').some((action) => rawAt(action, 'Type') === 'forward')) continue;
      yield {
        resource: listener,
        path: 'Properties.Protocol',
        received: 'HTTP with a forward action',
        expected: 'HTTPS, or a redirect to HTTPS',
      };
    }
  },
};
