import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import { clientRanges } from '../../model/open-ranges';
import type { BuildContext, ComponentOf } from '../build-context';
import { selectorOf } from '../labels';
import { DRAIN_SECONDS } from '../service/lifecycle';
import { Service } from '../service/service';
import { servicePorts, transportsOf } from '../service/service-ports';
import { ANYWHERE } from './network-paths';

/** Load balancer class and annotation prefix of the AWS Load Balancer Controller for network load balancers. */
const LOAD_BALANCER_CLASS = 'service.k8s.aws/nlb';
const ANNOTATION = 'service.beta.kubernetes.io/aws-load-balancer';

/**
 * Entry for TCP and UDP, such as voice. Each port of the service has a listener with the same number. Targets are the
 * pods, which see the client addresses. A port with both TCP and UDP requires version 2.13 of the controller.
 */
export class NetworkEntry extends Construct {
  constructor(scope: Construct, { id, target }: ComponentOf<'load-balancer'>, { blueprint, built, paths }: BuildContext) {
    super(scope, id);
    const service = built(target, Service);
    const { ports } = service.component;
    const transports = ports.flatMap(transportsOf);
    paths.allow(ANYWHERE, service.endpoint, transports);
    // UDP ports cannot be health-checked, so the check uses a TCP port of the service.
    const health = transports.find(({ protocol }) => protocol === 'TCP');
    new k8s.KubeService(this, 'Service', {
      metadata: {
        name: id,
        annotations: annotated({
          scheme: 'internet-facing',
          'nlb-target-type': 'ip',
          // With few pods, a zone may have none. Its load balancer address must still serve clients.
          attributes: 'load_balancing.cross_zone.enabled=true',
          'target-group-attributes': `deregistration_delay.timeout_seconds=${DRAIN_SECONDS.network}`,
          ...(ports.some(({ protocol }) => protocol === 'tcp-udp') ? { 'enable-tcp-udp-listener': 'true' } : {}),
          ...(health === undefined
            ? {}
            : { 'healthcheck-protocol': 'TCP', 'healthcheck-port': String(health.port), 'healthcheck-interval': '10' }),
        }),
      },
      spec: {
        type: 'LoadBalancer',
        loadBalancerClass: LOAD_BALANCER_CLASS,
        allocateLoadBalancerNodePorts: false,
        externalTrafficPolicy: 'Local',
        loadBalancerSourceRanges: [...clientRanges(blueprint.options)],
        selector: { ...selectorOf(blueprint, target) },
        ports: servicePorts(ports),
      },
    });
  }
}

function annotated(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${ANNOTATION}-${key}`, value]));
}
