import type { Region } from '../model/options';

/** A trade-off of a form of a tier compared with the others, as data; `output` words it. */
export type TradeOff =
  | {
      /** Properties of a single host: no second host, data since the last daily snapshot that a failure loses, no load balancer, or no automatic patches. */
      readonly kind: 'host-single-point-of-failure' | 'host-daily-snapshots' | 'host-without-load-balancer' | 'host-without-patches';
    }
  | {
      /** A store without replicas, or data since the last daily snapshot that a failure loses. */
      readonly kind: 'vector-store-single-point-of-failure' | 'vector-store-daily-snapshots';
      /** Id of the vector store. */
      readonly component: string;
    }
  /** Standby clusters with services at their minimum. `replicated`: ids of the data stores that are replicated to them. */
  | {
      readonly kind: 'standby-clusters';
      /** AWS region codes of the standby regions. */
      readonly regions: readonly Region[];
      /** Ids of the data stores that are replicated to these regions. */
      readonly replicated: readonly string[];
    }
  | { readonly kind: 'clusters-without-failover' }
  /** Objectives of the document that manifests alone cannot meet, in minutes; absent where the document publishes none. */
  | {
      readonly kind: 'objectives-of-document';
      /** Published recovery time objective, minutes. Absent: none is published. */
      readonly rtoMinutes?: number;
      /** Published recovery point objective, minutes. Absent: none is published. */
      readonly rpoMinutes?: number;
    };
