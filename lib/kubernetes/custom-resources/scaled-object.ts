import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';

/** ScaledObject of KEDA, as far as we use it. KEDA makes the HorizontalPodAutoscaler. */
export interface ScaledObjectSpec {
  readonly scaleTargetRef: { readonly name: string };
  readonly pollingInterval: number;
  readonly minReplicaCount: number;
  readonly maxReplicaCount: number;
  readonly advanced: { readonly horizontalPodAutoscalerConfig: { readonly behavior: k8s.HorizontalPodAutoscalerBehaviorV2 } };
  readonly triggers: readonly ScaledObjectTrigger[];
}

export interface ScaledObjectTrigger {
  readonly type: string;
  readonly metricType?: 'Utilization' | 'AverageValue';
  readonly metadata: Readonly<Record<string, string>>;
  readonly authenticationRef?: { readonly name: string };
}

export class ScaledObject extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: ScaledObjectSpec }) {
    super(scope, id, { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', metadata, spec });
  }
}
