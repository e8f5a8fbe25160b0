import { shown } from '../../core/problems';
import { balancerType, LOAD_BALANCER } from '../elb';
import type { Rule } from '../rule';
import { itemsAt, stringAt } from '../values';

/** Attributes that one type of load balancer supports, by their beginning. Source: the cited page. */
const TYPES: readonly (readonly [prefix: string, type: string])[] = [
  ['idle_timeout.', 'application'],
  ['client_keep_alive.', 'application'],
  ['connection_logs.', 'application'],
  ['health_check_logs.', 'application'],
  ['routing.http', 'application'],
  ['waf.', 'application'],
  ['dns_record.', 'network'],
];

export const elbAttribute: Rule = {
  id: 'elb-attribute',
  severity: 'error',
  description: 'Load balancer has an attribute of another type of load balancer, which Elastic Load Balancing rejects',
  fix: 'Remove the attribute, or change the type of the load balancer',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
  *check(context) {
    for (const balancer of context.ofType(LOAD_BALANCER)) {
      const type = balancerType(balancer);
      if (typeof type !== 'string') continue;
      for (const [index, item] of itemsAt(balancer.properties, 'LoadBalancerAttributes').entries()) {
        const key = stringAt(item, 'Key');
        const offered = typeof key === 'string' ? TYPES.find(([prefix]) => key.startsWith(prefix))?.[1] : undefined;
        if (offered === undefined || offered === type) continue;
        const path = `Properties.LoadBalancerAttributes[${index}].Key`;
        yield { resource: balancer, path, received: shown(key), expected: `an attribute of a load balancer of type ${type}` };
      }
    }
  },
};
