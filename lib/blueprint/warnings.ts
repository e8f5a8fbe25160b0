import type { GpuModel, Region } from '../model/options';
import type { RecoveryCheck } from './recovery';

/** A service that starts in a standby region with fewer instances than the expected load needs. */
export interface StandbyService {
  /** Id of the service. */
  readonly component: string;
  /** Instances in the standby region. */
  readonly min: number;
  /** Instances that the expected load needs. */
  readonly expected: number;
}

/** A warning about a blueprint, as data; `output` words it. */
export type BlueprintWarning =
  /** The region lists no price for the GPU of the tier, so that another model is used. */
  | { readonly kind: 'gpu-substituted'; readonly tierGpu: GpuModel | 'none'; readonly usedGpu: GpuModel | 'none'; readonly region: Region }
  /** The class of a document store is chosen by prices of `pricedIn`, because `region` lists none: the estimate has derived prices. */
  | { readonly kind: 'document-store-priced-elsewhere'; readonly region: string; readonly pricedIn: string }
  /** A recovery objective of the document, compared with what the templates can achieve. */
  | { readonly kind: 'recovery'; readonly objective: 'RTO' | 'RPO'; readonly check: RecoveryCheck }
  | { readonly kind: 'standby-regions'; readonly regions: readonly Region[] }
  | { readonly kind: 'manual-promotion' | 'images-in-each-region' | 'cdn-of-primary-region' | 'no-domain' }
  /** A step of a restore that must be done by hand, for a component that `restoreFrom` names. */
  | { readonly kind: 'restored-password' | 'restored-volume-passwords' | 'restored-bucket'; readonly component: string }
  | { readonly kind: 'standby-scale-out'; readonly services: readonly StandbyService[] };
