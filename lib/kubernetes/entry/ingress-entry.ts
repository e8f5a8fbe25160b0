import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import type { BuildContext, ComponentOf } from '../build-context';
import { Service } from '../service/service';
import {
  type EntryPort,
  entryPorts,
  HEALTH_CHECK,
  HTTP_PORT,
  HTTPS_PORT,
  loadBalancerAttributes,
  TLS_POLICY,
  targetAttributes,
} from './application-entry';
import { PRIVATE_NETWORKS, tcp } from './network-paths';

/** IngressClass and annotation prefix of the AWS Load Balancer Controller. */
const INGRESS_CLASS = 'alb';
const ANNOTATION = 'alb.ingress.kubernetes.io';

/** Entry for HTTP and WebSocket through an Ingress. With a certificate it serves HTTPS and redirects HTTP. */
export class IngressEntry extends Construct {
  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'load-balancer'>,
    { blueprint, built, paths }: BuildContext,
  ) {
    super(scope, component.id);
    const { id, target, certificate } = component;
    const service = built(target, Service);
    const ports = entryPorts(service, certificate);
    paths.allow(
      PRIVATE_NETWORKS,
      service.endpoint,
      ports.map(({ target: { port } }) => tcp(port)),
    );
    for (const [index, port] of ports.entries()) {
      // Ingresses of one group share a load balancer: one Ingress for each listener port.
      this.ingress(index === 0 ? id : `${id}-${port.publicPort}`, `${blueprint.stackName}.${id}`, port, service);
    }
  }

  private ingress(name: string, group: string, { target, publicPort }: EntryPort, service: Service): void {
    const { certificate } = this.component;
    const listeners = certificate === undefined ? [{ HTTP: publicPort }] : [...redirected(publicPort), { HTTPS: publicPort }];
    new k8s.KubeIngress(this, `Ingress${publicPort}`, {
      metadata: {
        name,
        annotations: annotated({
          'group.name': group,
          scheme: 'internet-facing',
          'target-type': 'ip',
          'listen-ports': JSON.stringify(listeners),
          'load-balancer-attributes': listed(loadBalancerAttributes(this.component)),
          'target-group-attributes': listed(targetAttributes(this.component)),
          'healthcheck-path': service.component.healthPath ?? '/',
          'healthcheck-interval-seconds': String(HEALTH_CHECK.intervalSeconds),
          'healthy-threshold-count': String(HEALTH_CHECK.healthyCount),
          ...(certificate === undefined
            ? {}
            : { 'certificate-arn': certificate, 'ssl-policy': TLS_POLICY, 'ssl-redirect': String(HTTPS_PORT) }),
        }),
      },
      spec: {
        ingressClassName: INGRESS_CLASS,
        rules: [
          {
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name: this.component.target, port: { number: target.port } } },
                },
              ],
            },
          },
        ],
      },
    });
  }
}

/** HTTP listener that redirects to HTTPS: only for the standard HTTPS port. */
function redirected(publicPort: number): { readonly HTTP: number }[] {
  return publicPort === HTTPS_PORT ? [{ HTTP: HTTP_PORT }] : [];
}

function annotated(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${ANNOTATION}/${key}`, value]));
}

function listed(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
