import { certainReferencesIn } from '../check-context';

import { actionsOf, TARGET_GROUP } from '../elb';
import type { Rule } from '../rule';
import { stringAt } from '../values';

export const elbGrpcListener: Rule = {
  id: 'elb-grpc-listener',
  severity: 'error',
  description: 'Listener without HTTPS forwards to a target group with protocol version gRPC',
  fix: 'Forward from a listener with protocol HTTPS, or set ProtocolVersion to HTTP2 or HTTP1',
  citation:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-protocol-version',
  *check(context) {
    for (const { resource, listener, action, path } of actionsOf(context)) {
      const protocol = stringAt(listener.properties, 'Protocol');
      if (typeof protocol !== 'string' || protocol === 'HTTPS') continue;
      const groups = certainReferencesIn(action).flatMap((id) => context.find(id) ?? []);
      const group = groups.find(({ type, properties }) => type === TARGET_GROUP && stringAt(properties, 'ProtocolVersion') === 'GRPC');
      if (group === undefined) continue;
      yield { resource, path, received: `a forward to ${group.id} from ${protocol}`, expected: 'a listener with HTTPS for gRPC' };
    }
  },
};
