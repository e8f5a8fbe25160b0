import type { UsageQuantity } from '../../contract/usage';
import { KIB_PER_GIB } from '../../core/data-size';
import { scaleInterval } from '../../core/interval';
import type { ResolvedCdn } from '../resolved-component';
import { type Facts, offload, quantity } from './facts';

/** An average static file: a script, a style sheet or an image. Computed responses are much smaller. */
const STATIC_FILE_KIB = 50;

/** Usage of a CDN. */
export function cdnUsage({ id, origin }: ResolvedCdn, facts: Facts): UsageQuantity[] {
  const { traffic, httpRequestsPerMonth } = facts;
  const share = offload(facts);
  const servedKib = scaleInterval(httpRequestsPerMonth, traffic.responseKib.value * share);
  const requests = scaleInterval(servedKib, 1 / STATIC_FILE_KIB);
  return [
    quantity(id, 'cdnOutGb', scaleInterval(servedKib, 1 / KIB_PER_GIB), {
      kind: 'cdn-responses',
      cdnShare: share,
      responses: httpRequestsPerMonth.mid,
      responseKib: traffic.responseKib.value,
      origin,
    }),
    quantity(id, 'cdnRequests', requests, { kind: 'cdn-files', files: requests.mid, fileKib: STATIC_FILE_KIB }),
  ];
}
