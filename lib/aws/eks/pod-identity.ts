import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** Properties of PodIdentity. */
interface PodIdentityProps {
  /** The cluster. */
  readonly cluster: eks.ICluster;
  /** Namespace of the service account. */
  readonly namespace: string;
  /** Service account of the pods. */
  readonly serviceAccount: string;
}

/** An IAM role for the pods of one service account, by EKS Pod Identity. */
export class PodIdentity extends Construct {
  /** The role. */
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, { cluster, namespace, serviceAccount }: PodIdentityProps) {
    super(scope, id);
    this.role = new iam.Role(this, 'Role', {
      assumedBy: podPrincipal(),
      description: `pods of ${namespace}/${serviceAccount}`,
    });
    new eks.CfnPodIdentityAssociation(this, 'Association', {
      clusterName: cluster.clusterName,
      namespace,
      serviceAccount,
      roleArn: this.role.roleArn,
    });
  }
}

/** Principal of EKS Pod Identity, which identifies the pod in session tags. */
export function podPrincipal(): iam.IPrincipal {
  return new iam.SessionTagsPrincipal(new iam.ServicePrincipal('pods.eks.amazonaws.com'));
}
