import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { StringMap } from './shared-types';

/** Fields of a Karpenter EC2NodeClass (1.x) that the charts set. */
interface Ec2NodeClassSpec {
  /** AMIs that instances may start from. */
  readonly amiSelectorTerms: readonly {
    /** AMI family and version, such as `al2023@v20250519`. */
    readonly alias: string;
  }[];
  /** Name of the IAM role of the nodes. */
  readonly role: string;
  /** Subnets that instances start in. */
  readonly subnetSelectorTerms: readonly {
    /** Tags that a subnet must have. */
    readonly tags: StringMap;
  }[];
  /** Security groups of the instances. */
  readonly securityGroupSelectorTerms: readonly {
    /** Tags that a security group must have. */
    readonly tags: StringMap;
  }[];
  /** EBS volumes of each instance. */
  readonly blockDeviceMappings: readonly {
    /** Device that the volume is attached as. */
    readonly deviceName: string;
    /** Settings of the volume. */
    readonly ebs: {
      /** Size as a Kubernetes quantity. */
      readonly volumeSize: string;
      /** EBS volume type. */
      readonly volumeType: 'gp3';
      /** Whether the volume is encrypted. */
      readonly encrypted: true;
      /** Whether the volume is deleted with the instance. */
      readonly deleteOnTermination: true;
    };
  }[];
  /** Access to the instance metadata service. */
  readonly metadataOptions: {
    /** Whether the service answers. */
    readonly httpEndpoint: 'enabled';
    /** `required`: IMDSv2 only. */
    readonly httpTokens: 'required';
    /** Network hops that a response may take. With 1, it does not reach pods that have their own network namespace. */
    readonly httpPutResponseHopLimit: number;
  };
  /** Tags of the instances and volumes. */
  readonly tags: StringMap;
}

/** The instances that Karpenter starts on EC2: image, network, volumes. */
export class Ec2NodeClass extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: Ec2NodeClassSpec }) {
    super(scope, id, { apiVersion: 'karpenter.k8s.aws/v1', kind: 'EC2NodeClass', metadata, spec });
  }
}
