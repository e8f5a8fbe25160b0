import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { StringMap } from './shared-types';

/** Fields of a KEDA ScaledObject that the charts set. KEDA creates the HorizontalPodAutoscaler. */
interface ScaledObjectSpec {
  /** Deployment to scale. */
  readonly scaleTargetRef: {
    /** Name of the Deployment. */
    readonly name: string;
  };
  /** Seconds between two checks of the triggers. */
  readonly pollingInterval: number;
  /** Minimum number of replicas. */
  readonly minReplicaCount: number;
  /** Maximum number of replicas. */
  readonly maxReplicaCount: number;
  /** Advanced settings. */
  readonly advanced: {
    /** Settings of the HorizontalPodAutoscaler. */
    readonly horizontalPodAutoscalerConfig: {
      /** How fast replicas are added and removed. */
      readonly behavior: k8s.HorizontalPodAutoscalerBehaviorV2;
    };
  };
  /** Sources of the scaling decision. The trigger that requires the most replicas decides. */
  readonly triggers: readonly ScaledObjectTrigger[];
}

/** Source of a scaling decision. */
export interface ScaledObjectTrigger {
  /** Scaler of KEDA, such as `cpu` or `redis`. */
  readonly type: string;
  /** Comparison with the target. Absent: the default of the scaler. */
  readonly metricType?: 'Utilization' | 'AverageValue';
  /** Parameters of the scaler. */
  readonly metadata: StringMap;
  /** Credentials of the scaler. Absent: none are required. */
  readonly authenticationRef?: {
    /** Name of the TriggerAuthentication. */
    readonly name: string;
  };
}

/** Scaling of a Deployment by KEDA. */
export class ScaledObject extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: ScaledObjectSpec }) {
    super(scope, id, { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', metadata, spec });
  }
}
