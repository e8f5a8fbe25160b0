import { describe, expect, test } from 'vitest';
import { synthesize } from '../../lib/aws/app';
import { balancer, blueprintOf, fargate, nodePool, service, small, veryLarge } from '../support/blueprints';
import { resourceOf, resourcesAt, resourcesOf, templateOf } from '../support/templates';

const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const TARGETS = 'AWS::ElasticLoadBalancingV2::TargetGroup';

function attributesOf({ Properties }: ReturnType<typeof resourceOf>, property: string): Readonly<Record<string, unknown>> {
  const attributes = Properties[property] as readonly { readonly Key: string; readonly Value: unknown }[];
  return Object.fromEntries(attributes.map(({ Key, Value }) => [Key, Value]));
}

describe('application load balancer', () => {
  test('drops invalid headers and logs access', () => {
    expect(attributesOf(resourceOf(small, 'entry', BALANCER), 'LoadBalancerAttributes')).toMatchObject({
      'idle_timeout.timeout_seconds': '60',
      'routing.http.drop_invalid_header_fields.enabled': 'true',
      'access_logs.s3.enabled': 'true',
    });
  });

  test('keeps idle connections open and returns clients to their task where the definition says so', () => {
    const api = service('api', { ports: [{ port: 3000, protocol: 'http' }] });
    const entry = { ...balancer('entry', 'application', 'api'), stickySessions: true, idleTimeoutSeconds: 3_600 };
    const sockets = blueprintOf({ components: [api, entry] });
    expect(attributesOf(resourceOf(sockets, 'entry', BALANCER), 'LoadBalancerAttributes')).toMatchObject({
      'idle_timeout.timeout_seconds': '3600',
    });
    expect(attributesOf(resourceOf(sockets, 'entry', TARGETS), 'TargetGroupAttributes')).toMatchObject({
      'stickiness.enabled': 'true',
      'stickiness.type': 'lb_cookie',
      'stickiness.lb_cookie.duration_seconds': '86400',
    });
  });

  test('has health checks per task, and no session affinity unless the definition says so', () => {
    const targets = resourceOf(small, 'entry', TARGETS);
    expect(attributesOf(targets, 'TargetGroupAttributes')).toMatchObject({ 'stickiness.enabled': 'false' });
    expect(targets.Properties).toMatchObject({ HealthCheckPath: '/health', HealthCheckPort: 'traffic-port', TargetType: 'instance' });
    expect(resourceOf(fargate, 'entry', TARGETS).Properties.TargetType).toBe('ip');
  });

  test('serves HTTP without a certificate', () => {
    expect(resourcesAt(small, 'entry', LISTENER).map(({ Properties }) => [Properties.Port, Properties.Protocol])).toEqual([[80, 'HTTP']]);
  });

  test('serves HTTPS with a certificate and redirects HTTP', () => {
    const listeners = resourcesAt(veryLarge, 'entry', LISTENER);
    expect(listeners.map(({ Properties }) => [Properties.Port, Properties.Protocol])).toEqual([
      [443, 'HTTPS'],
      [80, 'HTTP'],
    ]);
    expect(listeners[1]?.Properties.DefaultActions).toMatchObject([
      { Type: 'redirect', RedirectConfig: { Port: '443', Protocol: 'HTTPS' } },
    ]);
  });

  // CloudFormation creates before it deletes, and a load balancer refuses a second listener on a port (aws/aws-cdk#34235).
  test('has one listener per port and the same target group when a certificate is added', () => {
    const parts = {
      components: [
        nodePool('nodes'),
        service('api', { pool: 'nodes', ports: [{ port: 8080, protocol: 'http' }] }),
        balancer('entry', 'application', 'api'),
      ],
    };
    const plain = blueprintOf(parts);
    const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
    const entry = plain.components.entry;
    if (entry?.kind !== 'load-balancer') throw new Error('entry is a load balancer');
    const secure = { ...plain, components: { ...plain.components, entry: { ...entry, certificate } } };
    const idsOf = (blueprint: typeof plain, type: string) =>
      Object.entries(resourcesOf(blueprint)).flatMap(([id, { Type, Properties }]) =>
        Type === type ? [[Properties.Port, id] as const] : [],
      );
    expect(Object.fromEntries(idsOf(secure, LISTENER))).toMatchObject(Object.fromEntries(idsOf(plain, LISTENER)));
    expect(idsOf(secure, TARGETS)).toEqual(idsOf(plain, TARGETS));
    const [forwarding] = resourcesAt(plain, 'entry', LISTENER);
    expect(forwarding?.Properties.DefaultActions).toMatchObject([{ Type: 'forward' }]);
  });

  test('has the same type and scheme in every tier', () => {
    for (const blueprint of [small, fargate, veryLarge]) {
      expect(resourceOf(blueprint, 'entry', BALANCER).Properties).toMatchObject({ Scheme: 'internet-facing', Type: 'application' });
    }
  });
});

describe('network load balancer', () => {
  test('listens on each port of the service, with TCP_UDP for ports that are both', () => {
    const listeners = resourcesAt(small, 'voice-entry', LISTENER).map(({ Properties }) => [Properties.Port, Properties.Protocol]);
    expect(listeners).toEqual([
      [5060, 'TCP_UDP'],
      [10_000, 'UDP'],
    ]);
  });

  test('checks the TCP port of the service, for UDP too', () => {
    for (const { Properties } of resourcesAt(small, 'voice-entry', TARGETS)) {
      expect(Properties).toMatchObject({ HealthCheckProtocol: 'TCP', HealthCheckPort: '5060' });
    }
  });

  test('reaches tasks by IP address or by instance', () => {
    expect(resourcesAt(small, 'voice-entry', TARGETS).map(({ Properties }) => Properties.TargetType)).toEqual(['instance', 'instance']);
    expect(resourcesAt(veryLarge, 'voice-entry', TARGETS).map(({ Properties }) => Properties.TargetType)).toEqual(['ip', 'ip']);
  });

  test('opens exactly the ports of the service to clients, and the tasks to itself only', () => {
    const open = resourceOf(small, 'voice-entry', 'AWS::EC2::SecurityGroup').Properties.SecurityGroupIngress as readonly Record<
      string,
      unknown
    >[];
    expect(new Set(open.map(({ FromPort, IpProtocol }) => `${FromPort}/${IpProtocol}`))).toEqual(
      new Set(['5060/tcp', '5060/udp', '10000/udp']),
    );
    expect(open.map(({ CidrIp }) => CidrIp)).not.toContain('0.0.0.0/0');
    const toTasks = resourcesAt(veryLarge, 'bridge', 'AWS::EC2::SecurityGroupIngress');
    expect(toTasks).toHaveLength(3);
    for (const { Properties } of toTasks) expect(JSON.stringify(Properties.SourceSecurityGroupId)).toContain('voiceentry');
  });

  test('rejects a service without a port for health checks', () => {
    const deaf = blueprintOf({
      components: [
        nodePool('nodes'),
        service('radio', { pool: 'nodes', ports: [{ port: 9, protocol: 'udp' }] }),
        balancer('entry', 'network', 'radio'),
      ],
    });
    expect(() => synthesize(deaf)).toThrow(/components\.entry\.target: invalid value "radio"; expected a service with a TCP port/);
  });
});

test('addresses are outputs by component', () => {
  const outputs = Object.keys(templateOf(veryLarge).toJSON().Outputs as object);
  expect(outputs).toEqual(expect.arrayContaining(['EntryEndpoint', 'VoiceEntryEndpoint', 'CdnDomain', 'DatabaseSecretArn']));
});

test('a target without a TCP port is refused with the tier as the subject', () => {
  const calls = service('calls', { ports: [{ port: 10_000, protocol: 'udp' }] });
  const blueprint = blueprintOf({ components: [calls, balancer('media', 'network', 'calls')] });
  expect(() => synthesize(blueprint)).toThrow(
    `invalid tier ${blueprint.system.id}/${blueprint.tier.id}
  components.media.target: invalid value "calls"; expected a service with a TCP port: health checks need one`,
  );
});
