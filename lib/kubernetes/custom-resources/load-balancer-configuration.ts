import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface Attribute {
  readonly key: string;
  readonly value: string;
}

/** LoadBalancerConfiguration of the AWS Load Balancer Controller, as far as we use it: what Gateway API has no words for. */
export interface LoadBalancerConfigurationSpec {
  readonly scheme: 'internet-facing' | 'internal';
  readonly loadBalancerAttributes: readonly Attribute[];
  readonly listenerConfigurations?: readonly {
    readonly protocolPort: string;
    readonly defaultCertificate: string;
    readonly sslPolicy: string;
  }[];
}

export class LoadBalancerConfiguration extends ApiObject {
  static readonly GROUP = 'gateway.k8s.aws';
  static readonly KIND = 'LoadBalancerConfiguration';

  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: LoadBalancerConfigurationSpec },
  ) {
    super(scope, id, { apiVersion: `${LoadBalancerConfiguration.GROUP}/v1beta1`, kind: LoadBalancerConfiguration.KIND, metadata, spec });
  }
}
