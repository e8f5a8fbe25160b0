import { Construct } from 'constructs';
import type { BuildContext, ComponentOf } from '../build-context';
import { Gateway, type GatewaySpec } from '../custom-resources/gateway';
import { HttpRoute } from '../custom-resources/http-route';
import { type LoadBalancerAttribute, LoadBalancerConfiguration } from '../custom-resources/load-balancer-configuration';
import { TargetGroupConfiguration } from '../custom-resources/target-group-configuration';
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

/**
 * GatewayClass for application load balancers: that of the AWS Load Balancer Controller. LoadBalancerConfiguration and
 * TargetGroupConfiguration contain the settings that Gateway API has no fields for. Another implementation needs its own
 * GatewayClass, and its own policies for certificates, timeouts and stickiness.
 */
const GATEWAY_CLASS = 'aws-alb';

/** Entry for HTTP and WebSocket through Gateway API. With a certificate it serves HTTPS and redirects HTTP. */
export class GatewayEntry extends Construct {
  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'load-balancer'>,
    { built, paths }: BuildContext,
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
    this.configure(ports, service);
    new Gateway(this, 'Gateway', {
      metadata: { name: id },
      spec: {
        gatewayClassName: GATEWAY_CLASS,
        infrastructure: { parametersRef: { group: LoadBalancerConfiguration.GROUP, kind: LoadBalancerConfiguration.KIND, name: id } },
        listeners: [
          ...(certificate === undefined ? [] : [listener(HTTP_PORT, 'HTTP')]),
          ...ports.map(({ publicPort }) => listener(publicPort, certificate === undefined ? 'HTTP' : 'HTTPS')),
        ],
      },
    });
    for (const [index, port] of ports.entries()) this.route(index === 0 ? id : `${id}-${port.publicPort}`, port);
    if (certificate !== undefined) this.redirect();
  }

  private configure(ports: readonly EntryPort[], service: Service): void {
    const { id, target, certificate } = this.component;
    new LoadBalancerConfiguration(this, 'LoadBalancer', {
      metadata: { name: id },
      spec: {
        scheme: 'internet-facing',
        loadBalancerAttributes: attributes(loadBalancerAttributes(this.component)),
        ...(certificate === undefined
          ? {}
          : {
              listenerConfigurations: ports.map(({ publicPort }) => ({
                protocolPort: `HTTPS:${publicPort}`,
                defaultCertificate: certificate,
                sslPolicy: TLS_POLICY,
              })),
            }),
      },
    });
    new TargetGroupConfiguration(this, 'Targets', {
      metadata: { name: id },
      spec: {
        targetReference: { name: target },
        defaultConfiguration: {
          targetType: 'ip',
          healthCheckConfig: {
            healthCheckPath: service.component.healthPath ?? '/',
            healthCheckInterval: HEALTH_CHECK.intervalSeconds,
            healthyThresholdCount: HEALTH_CHECK.healthyCount,
          },
          targetGroupAttributes: attributes(targetAttributes(this.component)),
        },
      },
    });
  }

  private route(name: string, { target, publicPort }: EntryPort): void {
    const { id, target: service } = this.component;
    new HttpRoute(this, `Route${publicPort}`, {
      metadata: { name },
      spec: {
        parentRefs: [{ name: id, sectionName: sectionName(publicPort) }],
        rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: service, port: target.port }] }],
      },
    });
  }

  private redirect(): void {
    const { id } = this.component;
    new HttpRoute(this, 'Redirect', {
      metadata: { name: `${id}-redirect` },
      spec: {
        parentRefs: [{ name: id, sectionName: sectionName(HTTP_PORT) }],
        rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', port: HTTPS_PORT, statusCode: 301 } }] }],
      },
    });
  }
}

function listener(port: number, protocol: 'HTTP' | 'HTTPS'): GatewaySpec['listeners'][number] {
  return { name: sectionName(port), port, protocol, allowedRoutes: { namespaces: { from: 'Same' } } };
}

function sectionName(port: number): string {
  return `port-${port}`;
}

function attributes(values: Readonly<Record<string, string>>): LoadBalancerAttribute[] {
  return Object.entries(values).map(([key, value]) => ({ key, value }));
}
