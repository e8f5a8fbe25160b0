import type { Region } from '../model/options';

/** A trade-off of a form of a tier compared with the others, as data; `output` words it. */
export type TradeOff =
  | { readonly kind: 'host-single-point-of-failure' | 'host-daily-snapshots' | 'host-without-load-balancer' | 'host-without-patches' }
  | { readonly kind: 'vector-store-single-point-of-failure' | 'vector-store-daily-snapshots'; readonly component: string }
  /** Standby clusters with services at their minimum. `replicated`: ids of the data stores that are replicated to them. */
  | { readonly kind: 'standby-clusters'; readonly regions: readonly Region[]; readonly replicated: readonly string[] }
  | { readonly kind: 'clusters-without-failover' }
  /** Objectives of the document that manifests alone cannot meet, in minutes; absent where the document publishes none. */
  | { readonly kind: 'objectives-of-document'; readonly rtoMinutes?: number; readonly rpoMinutes?: number };
