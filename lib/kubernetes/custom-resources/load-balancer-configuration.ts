import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** Attribute of an Elastic Load Balancing load balancer or target group. */
export interface LoadBalancerAttribute {
  /** Name, such as `idle_timeout.timeout_seconds`. */
  readonly key: string;
  /** Value as a string. */
  readonly value: string;
}

/**
 * Fields of a LoadBalancerConfiguration of the AWS Load Balancer Controller that the charts set: settings that Gateway API
 * does not have.
 */
interface LoadBalancerConfigurationSpec {
  /** Whether the load balancer is reachable from the internet or only from the VPC. */
  readonly scheme: 'internet-facing' | 'internal';
  /** Attributes of the load balancer. */
  readonly loadBalancerAttributes: readonly LoadBalancerAttribute[];
  /** Settings of HTTPS listeners. */
  readonly listenerConfigurations?: readonly {
    /** Listener that the settings apply to, such as `HTTPS:443`. */
    readonly protocolPort: string;
    /** ARN of the certificate. */
    readonly defaultCertificate: string;
    /** Security policy: TLS versions and ciphers. */
    readonly sslPolicy: string;
  }[];
}

/** Settings of the load balancer that implements a Gateway. */
export class LoadBalancerConfiguration extends ApiObject {
  /** API group, which a Gateway refers to. */
  static readonly GROUP = 'gateway.k8s.aws';
  /** Kind, which a Gateway refers to. */
  static readonly KIND = 'LoadBalancerConfiguration';

  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: LoadBalancerConfigurationSpec },
  ) {
    super(scope, id, { apiVersion: `${LoadBalancerConfiguration.GROUP}/v1beta1`, kind: LoadBalancerConfiguration.KIND, metadata, spec });
  }
}
