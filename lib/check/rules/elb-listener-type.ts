import { shown } from '../../core/problems';
import { balancerType, LISTENER, LOAD_BALANCER } from '../elb';
import type { Rule } from '../rule';
import { itemsAt, rawAt, stringAt } from '../values';

/** Protocols of listeners, by the type of the load balancer. */
const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'],
};

export const elbListenerType: Rule = {
  id: 'elb-listener-type',
  severity: 'error',
  description: 'Listener has a protocol or an action that its type of load balancer does not offer',
  fix: 'Use HTTP or HTTPS on an Application Load Balancer, and the other protocols and the action forward on a Network Load Balancer',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
  *check(context) {
    for (const listener of context.ofType(LISTENER)) {
      const balancer = context.targetOf(LOAD_BALANCER, rawAt(listener.properties, 'LoadBalancerArn'));
      const type = balancer === undefined ? undefined : balancerType(balancer);
      if (type !== 'application' && type !== 'network') continue;
      const protocol = stringAt(listener.properties, 'Protocol');
      if (typeof protocol === 'string' && PROTOCOLS[type]?.includes(protocol) !== true)
        yield {
          resource: listener,
          path: 'Properties.Protocol',
          received: shown(protocol),
          expected: `${PROTOCOLS[type]?.join(', ')} on ${type === 'network' ? 'a network' : 'an application'} load balancer`,
        };
      for (const [index, action] of (type === 'network' ? itemsAt(listener.properties, 'DefaultActions') : []).entries()) {
        const kind = stringAt(action, 'Type');
        if (typeof kind !== 'string' || kind === 'forward') continue;
        yield { resource: listener, path: `Properties.DefaultActions[${index}].Type`, received: shown(kind), expected: 'forward' };
      }
    }
  },
};
