import { LISTENER } from '../elb';
import type { Rule } from '../rule';
import { isAbsent, itemsAt, type Read, stringAt } from '../values';

export const elbRedirectLoop: Rule = {
  id: 'elb-redirect-loop',
  severity: 'error',
  description: 'Listener redirects each request to itself',
  fix: 'Change the protocol, host, port or path in RedirectConfig',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html',
  *check(context) {
    for (const listener of context.ofType(LISTENER)) {
      const own: Readonly<Record<'Protocol' | 'Port', Read<string>>> = {
        Protocol: stringAt(listener.properties, 'Protocol'),
        Port: stringAt(listener.properties, 'Port'),
      };
      for (const [index, action] of itemsAt(listener.properties, 'DefaultActions').entries()) {
        if (stringAt(action, 'Type') !== 'redirect' || isAbsent(action, 'RedirectConfig')) continue;
        const target = (key: string) => stringAt(action, 'RedirectConfig', key);
        const isSame =
          keeps(target('Protocol'), '#{protocol}', own.Protocol) &&
          keeps(target('Port'), '#{port}', own.Port) &&
          keeps(target('Host'), '#{host}', undefined) &&
          keeps(target('Path'), '/#{path}', undefined);
        if (!isSame) continue;
        yield {
          resource: listener,
          path: `Properties.DefaultActions[${index}].RedirectConfig`,
          received: 'a redirect to the same address',
          expected: 'another protocol, host, port or path',
        };
      }
    }
  },
};

/** Whether a component of the address stays the same: absent, its reserved keyword, or the value of the listener. */
function keeps(value: Read<string>, keyword: string, own: Read<string>): boolean {
  return value === undefined || value === keyword || (typeof own === 'string' && value === own);
}
