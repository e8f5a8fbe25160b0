import { Duration } from 'aws-cdk-lib';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import type { BuildContext, ComponentOf } from '../build-context';
import { Service } from '../ecs/service';
import { output } from '../outputs';
import { serviceTargets } from './service-targets';
import { addName } from './zone-name';

const HTTP_PORT = 80;
const HTTPS_PORT = 443;

/**
 * Load balancer for HTTP and WebSocket. With a certificate it serves HTTPS and redirects HTTP. Type and scheme are the same in
 * every tier, because a change of either replaces the load balancer.
 */
export class ApplicationLoadBalancer extends Construct {
  /** The load balancer. */
  readonly loadBalancer: elb.ApplicationLoadBalancer;
  /** DNS name of the load balancer. */
  readonly dnsName: string;
  /** Health check path of the service. */
  readonly healthPath: string;
  /** Whether it serves HTTPS. */
  readonly secure: boolean;

  constructor(scope: Construct, component: ComponentOf<'load-balancer'>, context: BuildContext) {
    super(scope, component.id);
    const { network, observability, built } = context;
    const service = built(component.target, Service);
    const balancer = new elb.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc: network.vpc,
      internetFacing: true,
      idleTimeout: Duration.seconds(component.idleTimeoutSeconds),
      dropInvalidHeaderFields: true,
    });
    this.loadBalancer = balancer;
    this.dnsName = balancer.loadBalancerDnsName;
    this.healthPath = service.component.healthPath ?? '/';
    this.secure = component.certificate !== undefined;
    balancer.logAccessLogs(observability.accessLogs, `load-balancers/${component.id}`);
    const { certificate } = component;
    for (const [index, port] of service.component.ports.filter(({ protocol }) => protocol === 'http').entries()) {
      const publicPort = index > 0 ? port.port : certificate === undefined ? HTTP_PORT : HTTPS_PORT;
      const targets = serviceTargets(balancer, service, port, { vpc: network.vpc, stickySessions: component.stickySessions });
      forward(balancer, targets, publicPort, certificate);
    }
    if (certificate !== undefined) redirectToHttps(balancer);
    acknowledge(balancer, { EC23: 'This is the public entry point; the services behind it accept traffic from it only.' });
    const protocol = certificate === undefined ? 'http' : 'https';
    output(this, 'Endpoint', `${protocol}://${balancer.loadBalancerDnsName}`, `Address of ${component.target}`);
    addName(this, context);
  }
}

/**
 * Forwards a public port to the targets of a port of the service. A public port has one listener in all forms, with or without a
 * certificate, because CloudFormation creates before it deletes and a load balancer refuses a second listener on a port.
 */
function forward(
  balancer: elb.ApplicationLoadBalancer,
  targets: elb.ApplicationTargetGroup,
  publicPort: number,
  certificate?: string,
): void {
  balancer.addListener(`Port${publicPort}`, {
    port: publicPort,
    defaultTargetGroups: [targets],
    ...(certificate === undefined
      ? { protocol: elb.ApplicationProtocol.HTTP }
      : { protocol: elb.ApplicationProtocol.HTTPS, certificates: [elb.ListenerCertificate.fromArn(certificate)] }),
  });
}

/** Redirects HTTP to HTTPS, in the listener that forwards without a certificate. */
function redirectToHttps(balancer: elb.ApplicationLoadBalancer): void {
  balancer.addListener(`Port${HTTP_PORT}`, {
    port: HTTP_PORT,
    protocol: elb.ApplicationProtocol.HTTP,
    defaultAction: elb.ListenerAction.redirect({ protocol: 'HTTPS', port: String(HTTPS_PORT), permanent: true }),
  });
}
