import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LoadBalancerAttribute } from './load-balancer-configuration';

/** Fields of a TargetGroupConfiguration of the AWS Load Balancer Controller that the charts set. */
interface TargetGroupConfigurationSpec {
  /** Service whose pods are the targets. */
  readonly targetReference: {
    /** Name of the Service. */
    readonly name: string;
  };
  /** Settings of the target group. */
  readonly defaultConfiguration: {
    /** `ip`: targets are the addresses of the pods. */
    readonly targetType: 'ip';
    /** Health check of the targets. */
    readonly healthCheckConfig: {
      /** Path of the request. */
      readonly healthCheckPath: string;
      /** Seconds between two checks. */
      readonly healthCheckInterval: number;
      /** Consecutive successes after which a target is healthy. */
      readonly healthyThresholdCount: number;
    };
    /** Attributes of the target group. */
    readonly targetGroupAttributes: readonly LoadBalancerAttribute[];
  };
}

/** Settings of the target group of a Service behind a Gateway. */
export class TargetGroupConfiguration extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: TargetGroupConfigurationSpec },
  ) {
    super(scope, id, { apiVersion: 'gateway.k8s.aws/v1beta1', kind: 'TargetGroupConfiguration', metadata, spec });
  }
}
