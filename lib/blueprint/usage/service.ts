import type { UsageQuantity } from '../../contract/usage';
import { KIB_PER_GIB } from '../../core/data-size';
import { certain, scaleInterval } from '../../core/interval';
import type { ResolvedService } from '../resolved-component';
import { expectedCount, type Facts, isHttpService, quantity } from './facts';
import { logUsage } from './logs';

/** Log volume of a service without HTTP, as a share of the volume of one with HTTP. */
const WORKER_LOG_SHARE = 0.1;

/** Compressed size of the container images of a service: one whole image, and the changed layers of older ones. */
const IMAGES_GB = 3;

/** Usage of a service. */
export function serviceUsage(service: ResolvedService, facts: Facts): UsageQuantity[] {
  const { traffic, requestsPerMonth } = facts;
  const http = Object.values(facts.components).filter(isHttpService);
  const share = isHttpService(service) ? 1 / http.length : WORKER_LOG_SHARE;
  const ingest = scaleInterval(requestsPerMonth, (traffic.logKibPerRequest.value * share) / KIB_PER_GIB);
  return [
    ...logUsage(
      service.id,
      ingest,
      { kind: 'request-log', requests: requestsPerMonth.mid, logKib: traffic.logKibPerRequest.value, serviceShare: share },
      facts,
    ),
    quantity(service.id, 'storedGb', certain(IMAGES_GB), { kind: 'container-images', imagesGb: IMAGES_GB }),
    ...(isCountedItself(service, facts) ? [expectedCount(service.id, service.instances.expected)] : []),
  ];
}

/** Whether the expected instances of a service are declared. In a pool with a fixed number of nodes, the nodes are declared instead. */
function isCountedItself({ pool }: ResolvedService, { components }: Facts): boolean {
  const nodePool = pool === undefined ? undefined : components[pool];
  return nodePool === undefined || (nodePool.kind === 'node-pool' && nodePool.nodes === undefined);
}
