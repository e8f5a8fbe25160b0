import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Attribute } from './load-balancer-configuration';

/** TargetGroupConfiguration of the AWS Load Balancer Controller, as far as we use it. */
export interface TargetGroupConfigurationSpec {
  /** The Service whose pods are the targets. */
  readonly targetReference: { readonly name: string };
  readonly defaultConfiguration: {
    readonly targetType: 'ip';
    readonly healthCheckConfig: {
      readonly healthCheckPath: string;
      readonly healthCheckInterval: number;
      readonly healthyThresholdCount: number;
    };
    readonly targetGroupAttributes: readonly Attribute[];
  };
}

export class TargetGroupConfiguration extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: TargetGroupConfigurationSpec },
  ) {
    super(scope, id, { apiVersion: 'gateway.k8s.aws/v1beta1', kind: 'TargetGroupConfiguration', metadata, spec });
  }
}
