import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** PodMonitor of the Prometheus Operator, as far as we use it. */
export interface PodMonitorSpec {
  readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly podMetricsEndpoints: readonly {
    readonly port: string;
    readonly path?: string;
    readonly params?: Readonly<Record<string, readonly string[]>>;
    readonly interval?: string;
    readonly relabelings?: readonly { readonly action: 'replace'; readonly targetLabel: string; readonly replacement: string }[];
  }[];
}

export class PodMonitor extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PodMonitorSpec }) {
    super(scope, id, { apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor', metadata, spec });
  }
}
