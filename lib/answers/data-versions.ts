import { kubernetesRelease } from '../lint/schema';
import { listTiers } from './list';

/** Dates and versions of the data of this package. */
export interface DataVersions {
  /** Date of the oldest price, such as `2025-08-01`. */
  readonly oldestPrice: string;
  /** Date of the newest price. */
  readonly newestPrice: string;
  /** Release of Kubernetes that the rules about manifests are for. */
  readonly kubernetes: string;
}

/** The dates of the prices of all regions, and the release of Kubernetes. */
export function dataVersions(): DataVersions {
  const { regions } = listTiers([]);
  const oldest = regions.map(({ oldestPrice }) => oldestPrice).sort()[0] ?? '';
  const newest =
    regions
      .map(({ newestPrice }) => newestPrice)
      .sort()
      .at(-1) ?? '';
  return { oldestPrice: oldest, newestPrice: newest, kubernetes: kubernetesRelease() };
}
