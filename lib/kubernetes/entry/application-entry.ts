import type { ServicePort } from '../../model/service';
import { DRAIN_SECONDS } from '../service/lifecycle';
import type { Service } from '../service/service';

/** WebSockets that say nothing stay open for an hour; the default of a minute would cut them. Seconds. */
const IDLE_SECONDS = 3_600;

/** A session comes back to the pod that has its socket. Seconds. */
const STICKY_SECONDS = 86_400;

/** TLS 1.2 and 1.3. Source: Elastic Load Balancing user guide, security policies. */
export const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

/** Port of HTTP. */
export const HTTP_PORT = 80;
/** Port of HTTPS. */
export const HTTPS_PORT = 443;

/** Attributes of an application load balancer and of its targets, the same with a Gateway and an Ingress, and as on ECS. */
export const LOAD_BALANCER_ATTRIBUTES = {
  'idle_timeout.timeout_seconds': String(IDLE_SECONDS),
  'routing.http.drop_invalid_header_fields.enabled': 'true',
} as const;
/** Attributes of the target groups. */
export const TARGET_ATTRIBUTES = {
  'deregistration_delay.timeout_seconds': String(DRAIN_SECONDS.application),
  'stickiness.enabled': 'true',
  'stickiness.type': 'lb_cookie',
  'stickiness.lb_cookie.duration_seconds': String(STICKY_SECONDS),
} as const;

/** Interval of the health checks, and the number of successes until a target is healthy. */
export const HEALTH_CHECK = { intervalSeconds: 15, healthyCount: 2 } as const;

/** A port of a service that the load balancer serves. */
export interface EntryPort {
  /** Port of the service. */
  readonly target: ServicePort;
  /** Port that the world calls: the first is the standard one, others keep their number. */
  readonly publicPort: number;
}

/** Ports of a service that the load balancer serves. */
export function entryPorts({ component }: Service, certificate: string | undefined): EntryPort[] {
  return component.ports
    .filter(({ protocol }) => protocol === 'http')
    .map((target, index) => ({ target, publicPort: index > 0 ? target.port : certificate === undefined ? HTTP_PORT : HTTPS_PORT }));
}
