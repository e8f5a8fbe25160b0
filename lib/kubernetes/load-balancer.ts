import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import type { BuildContext, ComponentOf } from './build-context';
import { selectorOf } from './labels';
import { ANYWHERE } from './network-paths';
import { Service, transportsOf } from './service';

/** The way in for one service. */
export class LoadBalancer extends Construct {
  constructor(scope: Construct, { id, target }: ComponentOf<'load-balancer'>, context: BuildContext) {
    super(scope, id);
    const service = context.built(target, Service);
    const ports = service.component.ports.flatMap((port) => transportsOf(port).map((protocol) => ({ port: port.port, protocol })));
    context.paths.allow(ANYWHERE, service.endpoint, ports);
    new k8s.KubeService(this, 'Service', {
      metadata: { name: id },
      spec: {
        type: 'LoadBalancer',
        externalTrafficPolicy: 'Local',
        selector: { ...selectorOf(context.blueprint, target) },
        ports: ports.map(({ port, protocol }) => ({ name: `${protocol.toLowerCase()}-${port}`, port, protocol })),
      },
    });
  }
}
