import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { StringMap } from './shared-types';

/** Fields of a PodMonitor of the Prometheus Operator that the charts set. */
export interface PodMonitorSpec {
  /** Pods to scrape. */
  readonly selector: {
    /** Labels that a pod must have. */
    readonly matchLabels: StringMap;
  };
  /** Endpoints of each pod. */
  readonly podMetricsEndpoints: readonly {
    /** Name of the container port. */
    readonly port: string;
    /** Path of the metrics. Default: `/metrics`. */
    readonly path?: string;
    /** Query parameters of the request. */
    readonly params?: Readonly<Record<string, readonly string[]>>;
    /** Time between two scrapes, such as `30s`. Default: that of Prometheus. */
    readonly interval?: string;
    /** Changes to the labels of the target. */
    readonly relabelings?: readonly {
      /** `replace`: sets a label. */
      readonly action: 'replace';
      /** Label to set. */
      readonly targetLabel: string;
      /** Value of the label. */
      readonly replacement: string;
    }[];
  }[];
}

/** Pods whose metrics Prometheus scrapes. */
export class PodMonitor extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PodMonitorSpec }) {
    super(scope, id, { apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor', metadata, spec });
  }
}
