import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** EC2NodeClass of Karpenter 1.x, as far as we use it. */
export interface Ec2NodeClassSpec {
  readonly amiSelectorTerms: readonly { readonly alias: string }[];
  readonly role: string;
  readonly subnetSelectorTerms: readonly { readonly tags: Readonly<Record<string, string>> }[];
  readonly securityGroupSelectorTerms: readonly { readonly tags: Readonly<Record<string, string>> }[];
  readonly blockDeviceMappings: readonly {
    readonly deviceName: string;
    readonly ebs: {
      readonly volumeSize: string;
      readonly volumeType: 'gp3';
      readonly encrypted: true;
      readonly deleteOnTermination: true;
    };
  }[];
  readonly metadataOptions: {
    readonly httpEndpoint: 'enabled';
    readonly httpTokens: 'required';
    readonly httpPutResponseHopLimit: number;
  };
  readonly tags: Readonly<Record<string, string>>;
}

export class Ec2NodeClass extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: Ec2NodeClassSpec }) {
    super(scope, id, { apiVersion: 'karpenter.k8s.aws/v1', kind: 'EC2NodeClass', metadata, spec });
  }
}
