import type { TemplateResource } from '../../cloudformation/template-resource';
import { sameValueKey } from '../check-context';
import type { Rule } from '../rule';
import { numberAt } from '../values';

export const elbListenerPort: Rule = {
  id: 'elb-listener-port',
  severity: 'error',
  description: 'Load balancer has two listeners on the same port',
  fix: 'Keep one listener for each port, and change its action or protocol',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
  *check(context) {
    const first = new Map<string, TemplateResource>();
    for (const listener of context.ofType('AWS::ElasticLoadBalancingV2::Listener')) {
      const port = numberAt(listener.properties, 'Port');
      if (typeof port !== 'number' || context.isConditional(listener)) continue;
      const key = `${port} ${sameValueKey(listener.properties.LoadBalancerArn)}`;
      const other = first.get(key);
      first.set(key, other ?? listener);
      if (other !== undefined)
        yield {
          resource: listener,
          path: 'Properties.Port',
          received: String(port),
          expected: `another port, because listener ${other.id} has this one`,
        };
    }
  },
};
