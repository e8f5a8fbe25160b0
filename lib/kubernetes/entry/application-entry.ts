import type { ServicePort } from '../../model/service';
import type { ComponentOf } from '../build-context';
import { DRAIN_SECONDS } from '../service/lifecycle';
import type { Service } from '../service/service';

/** Seconds for which the requests of a client return to the same pod. */
const STICKY_SECONDS = 86_400;

/** TLS 1.2 and 1.3. Source: Elastic Load Balancing user guide, security policies. */
export const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

/** Standard port of HTTP. */
export const HTTP_PORT = 80;
/** Standard port of HTTPS. */
export const HTTPS_PORT = 443;

/** Attributes of an application load balancer: the same for a Gateway, for an Ingress and on ECS. */
export function loadBalancerAttributes({ idleTimeoutSeconds }: ComponentOf<'load-balancer'>): Readonly<Record<string, string>> {
  return {
    'idle_timeout.timeout_seconds': String(idleTimeoutSeconds),
    'routing.http.drop_invalid_header_fields.enabled': 'true',
  };
}

/** Attributes of its target groups. Stickiness is stated also if it is off, so that an update can turn it off. */
export function targetAttributes({ stickySessions }: ComponentOf<'load-balancer'>): Readonly<Record<string, string>> {
  return {
    'deregistration_delay.timeout_seconds': String(DRAIN_SECONDS.application),
    'stickiness.enabled': String(stickySessions),
    ...(stickySessions ? { 'stickiness.type': 'lb_cookie', 'stickiness.lb_cookie.duration_seconds': String(STICKY_SECONDS) } : {}),
  };
}

/** Health check interval, and the number of successes after which a target is healthy. */
export const HEALTH_CHECK = { intervalSeconds: 15, healthyCount: 2 } as const;

/** A port of a service that the load balancer exposes. */
export interface EntryPort {
  /** Port of the service. */
  readonly target: ServicePort;
  /** Port of the listener: the standard port for the first port of the service, the same number for others. */
  readonly publicPort: number;
}

/** The HTTP ports of a service with their listener ports. */
export function entryPorts({ component }: Service, certificate: string | undefined): EntryPort[] {
  return component.ports
    .filter(({ protocol }) => protocol === 'http')
    .map((target, index) => ({ target, publicPort: index > 0 ? target.port : certificate === undefined ? HTTP_PORT : HTTPS_PORT }));
}
