import type { UsageQuantity } from '../../contract/usage';
import { KIB_PER_GIB } from '../../core/data-size';
import { certain, type Interval, scaleInterval } from '../../core/interval';
import type { ResolvedService } from '../resolved-component';
import { expectedCount, type Facts, isHttpService, quantity } from './facts';
import { logUsage } from './logs';

/** Log volume of a service without HTTP, as a share of the volume of one with HTTP. */
const WORKER_LOG_SHARE = 0.1;

/** Compressed size of the container images of a service: one whole image, and the changed layers of older ones. */
const IMAGES_GB = 3;

/** Usage of a service. */
export function serviceUsage(service: ResolvedService, facts: Facts): UsageQuantity[] {
  const { traffic } = facts;
  const { requests, share } = loggedRequests(service, facts);
  const ingest = scaleInterval(requests, (traffic.logKibPerRequest.value * share) / KIB_PER_GIB);
  return [
    ...logUsage(
      service.id,
      ingest,
      { kind: 'request-log', requests: requests.mid, logKib: traffic.logKibPerRequest.value, serviceShare: share },
      facts,
    ),
    quantity(service.id, 'storedGb', certain(IMAGES_GB), { kind: 'container-images', imagesGb: IMAGES_GB }),
    ...(isCountedItself(service, facts) ? [expectedCount(service.id, service.instances.expected)] : []),
  ];
}

/** The requests of which a service logs a share: events by TCP or UDP do not reach services with HTTP. */
function loggedRequests(service: ResolvedService, facts: Facts): { readonly requests: Interval; readonly share: number } {
  const { components, handledPerMonth, httpRequestsPerMonth } = facts;
  if (!isHttpService(service)) return { requests: handledPerMonth, share: WORKER_LOG_SHARE };
  return { requests: httpRequestsPerMonth, share: 1 / Object.values(components).filter(isHttpService).length };
}

/** Whether the expected instances of a service are declared. In a pool with a fixed number of nodes, the nodes are declared instead. */
function isCountedItself({ pool }: ResolvedService, { components }: Facts): boolean {
  const nodePool = pool === undefined ? undefined : components[pool];
  return nodePool === undefined || (nodePool.kind === 'node-pool' && nodePool.nodes === undefined);
}
