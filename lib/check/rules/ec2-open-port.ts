import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import type { Rule } from '../rule';
import { itemsAt, numberAt, stringAt } from '../values';

const ANYWHERE = ['0.0.0.0/0', '::/0'];
const WEB_PORTS = [80, 443];

export const ec2OpenPort: Rule = {
  id: 'ec2-open-port',
  severity: 'warning',
  description: 'Security group opens a port other than 80 and 443 to every address of the internet',
  fix: 'Name the addresses or security groups that need the port',
  citation: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  *check(context) {
    for (const { resource, path, rule } of ingressRules(context)) {
      const cidr = [stringAt(rule, 'CidrIp'), stringAt(rule, 'CidrIpv6')].find((each) => ANYWHERE.includes(String(each)));
      if (cidr === undefined || !opensOtherPorts(rule)) continue;
      yield {
        resource,
        path,
        received: `${portsText(rule)} from ${String(cidr)}`,
        expected: 'addresses or security groups that need the port',
      };
    }
  },
};

interface IngressRule {
  readonly resource: TemplateResource;
  readonly path: string;
  readonly rule: unknown;
}

function ingressRules(context: CheckContext): readonly IngressRule[] {
  return [
    ...context.ofType('AWS::EC2::SecurityGroup').flatMap((resource) =>
      itemsAt(resource.properties, 'SecurityGroupIngress').map((rule, index) => ({
        resource,
        path: `Properties.SecurityGroupIngress[${index}]`,
        rule,
      })),
    ),
    ...context
      .ofType('AWS::EC2::SecurityGroupIngress')
      .map((resource) => ({ resource, path: 'Properties.FromPort', rule: resource.properties })),
  ];
}

/** False for ICMP, and for ports that are known only at deployment. */
function opensOtherPorts(rule: unknown): boolean {
  const protocol = stringAt(rule, 'IpProtocol');
  if (protocol === '-1') return true;
  if (typeof protocol !== 'string' || /^(icmp|icmpv6|1|58)$/.test(protocol)) return false;
  const [from, to] = [numberAt(rule, 'FromPort'), numberAt(rule, 'ToPort')];
  return typeof from === 'number' && typeof to === 'number' && !(from === to && WEB_PORTS.includes(from));
}

function portsText(rule: unknown): string {
  const protocol = String(stringAt(rule, 'IpProtocol'));
  if (protocol === '-1') return 'every port';
  const from = String(numberAt(rule, 'FromPort'));
  const to = String(numberAt(rule, 'ToPort'));
  return `${protocol} ${from === to ? from : `${from} to ${to}`}`;
}
