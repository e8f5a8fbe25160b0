import { actionsOf } from '../elb';
import type { Rule } from '../rule';
import { stringAt } from '../values';

const AUTHENTICATES = ['authenticate-oidc', 'authenticate-cognito'];

export const elbAuthenticateListener: Rule = {
  id: 'elb-authenticate-listener',
  severity: 'error',
  description: 'Listener without HTTPS authenticates users, which Elastic Load Balancing rejects',
  fix: 'Move the authenticate action to a listener with protocol HTTPS',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html',
  *check(context) {
    for (const { resource, listener, action, path } of actionsOf(context)) {
      const type = stringAt(action, 'Type');
      const protocol = stringAt(listener.properties, 'Protocol');
      if (typeof type !== 'string' || !AUTHENTICATES.includes(type) || typeof protocol !== 'string' || protocol === 'HTTPS') continue;
      yield { resource, path: `${path}.Type`, received: `${type} with protocol ${protocol}`, expected: 'a listener with HTTPS' };
    }
  },
};
