import { KIB_PER_GIB, scaleInterval } from '../../units';
import type { ResolvedService, UsageQuantity } from '../blueprint';
import { expectedCount, type Facts, isHttpService, millions, quantity, rounded, storedMonths } from './facts';

/** Log volume of a service without HTTP, as a share of what requests leave. */
const WORKER_LOG_SHARE = 0.1;

export function serviceUsage(service: ResolvedService, facts: Facts): UsageQuantity[] {
  const { traffic, requestsPerMonth } = facts;
  const http = Object.values(facts.components).filter(isHttpService);
  const share = isHttpService(service) ? 1 / http.length : WORKER_LOG_SHARE;
  const ingest = scaleInterval(requestsPerMonth, (traffic.logKibPerRequest.value * share) / KIB_PER_GIB);
  const logs = [
    quantity(
      service.id,
      'logIngestGb',
      ingest,
      `${millions(requestsPerMonth.mid)} requests × ${traffic.logKibPerRequest.value} KiB${share === 1 ? '' : ` × ${rounded(share)}`}`,
    ),
    quantity(service.id, 'logStoredGb', scaleInterval(ingest, storedMonths(traffic)), `logs kept ${traffic.logRetentionDays.value} days`),
  ];
  if (service.pool !== undefined) return logs;
  return [...logs, expectedCount(service.id, service.instances.expected)];
}
