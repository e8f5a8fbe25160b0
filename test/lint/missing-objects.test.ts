import { describe, expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/manifests/read-manifests';

/** A missing object may exist in the cluster. It is an error only if the manifests show that the reference can never work. */
const severities = (yaml: string, id: string) =>
  lint(parseManifests(yaml, 'shop.yaml')).flatMap(({ rule, severity }) => (rule === id ? [severity] : []));

const object = (apiVersion: string, kind: string, name: string, rest = '') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\n${rest}\n---\n`;
const deployment = (name: string, labels: string, pod = '') =>
  object(
    'apps/v1',
    'Deployment',
    name,
    `spec: { selector: { matchLabels: ${labels} }, template: { metadata: { labels: ${labels} }, spec: { ${pod}containers: [{ name: a, image: "a:1", ports: [{ name: http, containerPort: 80 }] }] } } }`,
  );
const service = (selector: string, name = 'front', labels = '{}') =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: shop, labels: ${labels} }\nspec: { selector: ${selector}, ports: [{ name: http, port: 80 }] }\n---\n`;

describe('a Service without pods', () => {
  test.each([
    ['of another release', '{ app: search }', 'warning'],
    ['with a misspelt value', '{ app: storfront }', 'error'],
    ['with a misspelt key', '{ aplication: catalog, app: storefront }', 'error'],
    ['with one of two labels misspelt', '{ app: storefront, application: cataloq }', 'error'],
    ['with a label that the pods do not have', '{ app: storefront, tier: web }', 'warning'],
    ['by another number', '{ app: storefront2 }', 'warning'],
    ['by a longer name', '{ app: storefront-b }', 'warning'],
  ])('%s', (_, selector, severity) => {
    const pods = deployment('shop', '{ app: storefront, application: catalog }');
    expect(severities(pods + service(selector), 'service-without-pods')).toEqual([severity]);
  });

  test('is an error if it has the name of a workload', () => {
    expect(severities(deployment('web', '{ app: web }') + service('{ run: api }', 'web'), 'service-without-pods')).toEqual(['error']);
  });
});

test('an Ingress may use a port of each variant of a Service', () => {
  const web = (port: number) => object('v1', 'Service', 'web', `spec: { selector: { app: web }, ports: [{ port: ${port} }] }`);
  const ingress = (port: number) =>
    object('networking.k8s.io/v1', 'Ingress', 'web', `spec: { defaultBackend: { service: { name: web, port: { number: ${port} } } } }`);
  expect([80, 8080, 81].map((port) => severities(web(80) + web(8080) + ingress(port), 'route-port'))).toEqual([[], [], ['error']]);
});

describe('a name that no object has', () => {
  const ingress = (name: string) =>
    object('networking.k8s.io/v1', 'Ingress', 'shop', `spec: { defaultBackend: { service: { name: ${name}, port: { number: 80 } } } }`);
  const scaler = (target: string) =>
    object('autoscaling/v2', 'HorizontalPodAutoscaler', 'shop', `spec: { maxReplicas: 3, scaleTargetRef: { ${target} } }`);
  const pod = (spec: string) => object('v1', 'Pod', 'one', `spec: { ${spec}, containers: [{ name: a, image: "a:1" }] }`);
  const volume = (source: string) => pod(`volumes: [{ name: data, ${source} }]`);

  test.each([
    ['route-without-service', ingress('catalog'), 'warning'],
    ['route-without-service', ingress('fromt') + service('{ app: web }'), 'error'],
    ['route-without-service', ingress('front-v2') + service('{ app: web }'), 'warning'],
    ['autoscaler-target', scaler('apiVersion: apps/v1, kind: Deployment, name: catalog'), 'warning'],
    ['autoscaler-target', scaler('apiVersion: apps/v1, kind: Deployment, name: wroker') + deployment('worker', '{ app: w }'), 'error'],
    ['autoscaler-target', scaler('apiVersion: apps/v1, kind: StatefulSet, name: worker') + deployment('worker', '{ app: w }'), 'error'],
    ['autoscaler-target', scaler('apiVersion: v1, kind: Deployment, name: catalog'), 'error'],
    ['priority-class-missing', pod('priorityClassName: platform'), 'warning'],
    ['device-claim-missing', pod('resourceClaims: [{ name: gpu, resourceClaimName: large }]'), 'warning'],
    [
      'device-claim-missing',
      pod('resourceClaims: [{ name: gpu, resourceClaimTemplateName: larje }]') +
        object('resource.k8s.io/v1', 'ResourceClaimTemplate', 'large'),
      'error',
    ],
    ['priority-class-missing', pod('priorityClassName: system-cluster-critcal'), 'error'],
    ['secret-missing', volume('secret: { secretName: password }'), 'warning'],
    ['secret-missing', volume('secret: { secretName: pasword }') + object('v1', 'Secret', 'password', 'data: {}'), 'error'],
    ['config-map-missing', volume('configMap: { name: setings }') + object('v1', 'ConfigMap', 'settings', 'data: {}'), 'error'],
    ['service-account-missing', pod('serviceAccountName: worker'), 'warning'],
    ['service-account-missing', pod('serviceAccountName: wroker') + object('v1', 'ServiceAccount', 'worker'), 'error'],
  ])('%s %#', (rule, yaml, severity) => {
    expect(severities(yaml, rule)).toEqual([severity]);
  });

  test('a route may use a listener of any of the Gateways of one name', () => {
    const gateway = (listener: string) =>
      object(
        'gateway.networking.k8s.io/v1',
        'Gateway',
        'edge',
        `spec: { gatewayClassName: c, listeners: [{ name: ${listener}, port: 80, protocol: HTTP }] }`,
      );
    const route = (listener: string) =>
      object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'shop', `spec: { parentRefs: [{ name: edge, sectionName: ${listener} }] }`);
    expect(severities(route('http'), 'gateway-missing')).toEqual(['warning']);
    expect(severities(gateway('http') + gateway('web') + route('http'), 'gateway-missing')).toEqual([]);
    expect(severities(gateway('http') + gateway('web') + route('tls'), 'gateway-missing')).toEqual(['error']);
  });
});

describe('a monitor of ports that its targets do not have', () => {
  const monitor = (ports: string) =>
    object('monitoring.coreos.com/v1', 'ServiceMonitor', 'm', `spec: { selector: { matchLabels: { app: front } }, endpoints: [${ports}] }`);
  test.each([
    ['all of them', '{ port: metrics }', ['error']],
    ['one of two', '{ port: http }, { port: metrics }', ['warning']],
    ['a misspelt one of two', '{ port: http }, { port: htttp }', ['error']],
  ])('%s', (_, ports, found) => {
    expect(severities(monitor(ports) + service('{ app: web }', 'front', '{ app: front }'), 'monitor-port')).toEqual(found);
  });
});
