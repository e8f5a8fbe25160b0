import { describe, expect, test } from 'vitest';
import type { ResolvedOptions } from '../../lib/blueprint/blueprint';
import type { ResolvedComponent } from '../../lib/blueprint/resolved-component';
import type { ObjectJson } from '../../lib/kubernetes/object-json';
import { balancer, service } from '../support/blueprints';
import { chartsOf } from '../support/charts';

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/0f1e2d3c-0000-1111-2222-333344445555';
const API = service('api', { ports: [{ port: 3000, protocol: 'http' }], healthPath: '/health' });

function entry(kind: ResolvedOptions['entry'], certificate?: string): readonly ObjectJson[] {
  const components = [API, balancer('entry', 'application', 'api', certificate)];
  return fileOf('60-entry.yaml', components, kind === undefined ? {} : { entry: kind });
}

function fileOf(path: string, components: readonly ResolvedComponent[], options: Partial<ResolvedOptions> = {}): readonly ObjectJson[] {
  return chartsOf(components, options).find((file) => file.path === path)?.objects ?? [];
}

const kinds = (objects: readonly ObjectJson[]) => objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

// Source: AWS Load Balancer Controller, Ingress annotations and Gateway API customization (v2.14).
describe.each(['gateway', 'ingress'] as const)('sticky sessions and the idle timeout with entry=%s', (kind) => {
  const attributesWith = (settings: { readonly stickySessions?: boolean; readonly idleTimeoutSeconds?: number }) => {
    const balanced = { ...balancer('entry', 'application', 'api'), ...settings };
    return JSON.stringify(fileOf('60-entry.yaml', [API, balanced], { entry: kind }));
  };
  const written = (key: string, value: string) => (kind === 'ingress' ? `${key}=${value}` : `{"key":"${key}","value":"${value}"}`);

  test('are off and one minute', () => {
    const attributes = attributesWith({});
    expect(attributes).toContain(written('idle_timeout.timeout_seconds', '60'));
    expect(attributes).toContain(written('stickiness.enabled', 'false'));
    expect(attributes).not.toContain('lb_cookie');
  });

  test('are those of the definition', () => {
    const attributes = attributesWith({ stickySessions: true, idleTimeoutSeconds: 3_600 });
    expect(attributes).toContain(written('idle_timeout.timeout_seconds', '3600'));
    expect(attributes).toContain(written('stickiness.enabled', 'true'));
    expect(attributes).toContain(written('stickiness.type', 'lb_cookie'));
  });
});

describe('a Gateway', () => {
  test('without a certificate serves HTTP', () => {
    const objects = entry('gateway');
    expect(kinds(objects)).toEqual([
      'LoadBalancerConfiguration entry',
      'TargetGroupConfiguration entry',
      'Gateway entry',
      'HTTPRoute entry',
    ]);
    expect(objects[2]).toMatchObject({
      apiVersion: 'gateway.networking.k8s.io/v1',
      spec: { gatewayClassName: 'aws-alb', listeners: [{ port: 80, protocol: 'HTTP' }] },
    });
    expect(objects[3]).toMatchObject({
      spec: { parentRefs: [{ name: 'entry', sectionName: 'port-80' }], rules: [{ backendRefs: [{ name: 'api', port: 3000 }] }] },
    });
  });

  test('with a certificate serves HTTPS and redirects HTTP', () => {
    const objects = entry('gateway', CERTIFICATE);
    expect(objects[0]).toMatchObject({
      spec: { listenerConfigurations: [{ protocolPort: 'HTTPS:443', defaultCertificate: CERTIFICATE }] },
    });
    expect(objects[2]).toMatchObject({
      spec: {
        listeners: [
          { name: 'port-80', protocol: 'HTTP' },
          { name: 'port-443', protocol: 'HTTPS' },
        ],
      },
    });
    expect(objects[4]).toMatchObject({
      metadata: { name: 'entry-redirect' },
      spec: { parentRefs: [{ sectionName: 'port-80' }], rules: [{ filters: [{ requestRedirect: { scheme: 'https', statusCode: 301 } }] }] },
    });
  });
});

describe('an Ingress', () => {
  const annotationsOf = (objects: readonly ObjectJson[]) =>
    (objects[0] as unknown as { metadata: { annotations: object } }).metadata.annotations;

  test('has the class and annotations of the AWS Load Balancer Controller', () => {
    const objects = entry('ingress');
    expect(kinds(objects)).toEqual(['Ingress entry']);
    expect(objects[0]).toMatchObject({ spec: { ingressClassName: 'alb' } });
    expect(annotationsOf(objects)).toMatchObject({
      'alb.ingress.kubernetes.io/listen-ports': '[{"HTTP":80}]',
      'alb.ingress.kubernetes.io/target-type': 'ip',
      'alb.ingress.kubernetes.io/healthcheck-path': '/health',
    });
  });

  test('with a certificate redirects HTTP to HTTPS', () => {
    expect(annotationsOf(entry('ingress', CERTIFICATE))).toMatchObject({
      'alb.ingress.kubernetes.io/listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
      'alb.ingress.kubernetes.io/ssl-redirect': '443',
      'alb.ingress.kubernetes.io/certificate-arn': CERTIFICATE,
    });
  });
});

test('a network load balancer forwards voice to the pods, TCP and UDP on one port', () => {
  const bridge = service('bridge', {
    ports: [
      { port: 5060, protocol: 'tcp-udp' },
      { port: 10_000, protocol: 'udp' },
    ],
  });
  const [found] = fileOf('60-voice-entry.yaml', [bridge, balancer('voice-entry', 'network', 'bridge')]);
  expect(found).toMatchObject({
    kind: 'Service',
    metadata: {
      annotations: {
        'service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener': 'true',
        'service.beta.kubernetes.io/aws-load-balancer-healthcheck-port': '5060',
        'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
      },
    },
    spec: {
      loadBalancerClass: 'service.k8s.aws/nlb',
      externalTrafficPolicy: 'Local',
      ports: [
        { port: 5060, protocol: 'TCP' },
        { port: 5060, protocol: 'UDP' },
        { port: 10_000, protocol: 'UDP' },
      ],
    },
  });
});
