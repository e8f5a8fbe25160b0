import { certainReferencesIn } from '../check-context';
import { listenerTargets } from '../elb';
import type { Rule } from '../rule';
import { stringAt } from '../values';

/** Protocols of target groups that a listener may forward to, by the protocol of the listener. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTP', 'HTTPS'],
  HTTPS: ['HTTP', 'HTTPS'],
  TCP: ['TCP', 'TCP_UDP'],
  TLS: ['TCP', 'TLS'],
  UDP: ['UDP', 'TCP_UDP'],
  TCP_UDP: ['TCP_UDP'],
};

export const elbListenerProtocol: Rule = {
  id: 'elb-listener-protocol',
  severity: 'error',
  description: 'Protocol of a listener does not match that of its target group',
  fix: 'Give the target group a protocol that matches the listener',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  *check(context) {
    for (const { listener, groups } of listenerTargets(context)) {
      const certain = certainReferencesIn(listener.properties.DefaultActions);
      const protocol = stringAt(listener.properties, 'Protocol');
      const allowed = typeof protocol === 'string' && Object.hasOwn(TARGETS, protocol) ? TARGETS[protocol] : undefined;
      for (const group of allowed === undefined ? [] : groups) {
        const target = stringAt(group.properties, 'Protocol');
        if (!certain.includes(group.id)) continue;
        if (typeof target !== 'string' || stringAt(group.properties, 'TargetType') === 'alb' || allowed?.includes(target) === true)
          continue;
        yield {
          resource: listener,
          path: 'Properties.Protocol',
          received: `${String(protocol)}, and target group ${group.id} has ${target}`,
          expected: `a target group with ${allowed?.join(' or ')}`,
        };
      }
    }
  },
};
