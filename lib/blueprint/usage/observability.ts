import type { UsageQuantity } from '../../contract/usage';
import { KIB_PER_GIB } from '../../core/data-size';
import { addIntervals, certain, scaleInterval } from '../../core/interval';
import { DAYS_PER_MONTH, SECONDS_PER_MINUTE, SECONDS_PER_MONTH } from '../../core/time';
import type { ResolvedComponent } from '../resolved-component';
import { type Facts, quantity } from './facts';

/** The component that all access logs belong to. */
const OBSERVABILITY = 'observability';

/** A line of a load balancer's access log is about 0.35 KiB, a fifth of it compressed. Source: its documented fields. */
const ACCESS_LOG_KIB_PER_REQUEST = 0.07;

/** Days that access logs are retained. */
const ACCESS_LOG_DAYS = 90;

/** Each node of an application load balancer writes a file every five minutes. Source: Elastic Load Balancing user guide, "Access logs". */
const LOG_FILE_MINUTES = 5;

/** Nodes of a load balancer: one in each of the three zones. */
const BALANCER_NODES = 3;

/** Access logs of application load balancers (network load balancers log only TLS, which they do not terminate here), bucket and CDN. On a single host only the bucket has a log, with a line for each upload. */
export function observabilityUsage(facts: Facts): UsageQuantity[] {
  const { components, httpRequestsPerMonth, uploadsPerMonth, platform } = facts;
  // The controller of a cluster creates its load balancers, without a bucket for logs.
  const logging = (component: ResolvedComponent) =>
    platform === 'ecs' && component.kind === 'load-balancer' && component.type === 'application';
  const balancers = Object.values(components).filter(logging).length;
  const logged = balancers > 0 ? addIntervals(httpRequestsPerMonth, uploadsPerMonth) : uploadsPerMonth;
  const months = ACCESS_LOG_DAYS / DAYS_PER_MONTH;
  const nodes = balancers * BALANCER_NODES;
  return [
    quantity(OBSERVABILITY, 'storedGb', scaleInterval(logged, (ACCESS_LOG_KIB_PER_REQUEST * months) / KIB_PER_GIB), {
      kind: 'access-logs',
      requests: logged.mid,
      entryKib: ACCESS_LOG_KIB_PER_REQUEST,
      retentionDays: ACCESS_LOG_DAYS,
    }),
    quantity(
      OBSERVABILITY,
      'putRequests',
      addIntervals(certain((nodes * SECONDS_PER_MONTH) / (LOG_FILE_MINUTES * SECONDS_PER_MINUTE)), uploadsPerMonth),
      { kind: 'access-log-files', balancerNodes: nodes, intervalMinutes: LOG_FILE_MINUTES },
    ),
    quantity(OBSERVABILITY, 'getRequests', certain(0), { kind: 'access-logs-unread' }),
  ];
}
