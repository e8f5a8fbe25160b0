import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Blueprint } from '../blueprint';
import { acknowledge } from './acknowledge';
import { Addons } from './kubernetes-addons';
import { kubectlLayer } from './kubectl-layer';
import type { Network } from './network';

/** The newest that the pinned CDK has a tested kubectl for. */
const VERSION = eks.KubernetesVersion.V1_35;

/** What a machine of a cluster may do: join it, pull images, and be reached by Session Manager. */
const NODE_POLICIES = ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly', 'AmazonSSMManagedInstanceCore'] as const;

/**
 * An EKS cluster of the stack's name: secrets encrypted with a key of its own, all five logs of the control plane, who
 * may enter said by access entries alone. Its add-ons and the identities of pods are below it, too.
 */
export class KubernetesCluster extends Construct {
  readonly cluster: eks.Cluster;
  readonly nodeRole: iam.Role;
  private readonly addons: Addons;

  /** `admins` are ARNs of roles or users that may do everything in the cluster. */
  constructor(scope: Construct, network: Network, { options }: Blueprint, admins: readonly string[]) {
    super(scope, 'cluster');
    const name = Stack.of(this).stackName;
    // EKS would make the group by itself, and keep its logs for ever.
    const logGroup = new logs.LogGroup(this, 'Logs', {
      logGroupName: `/aws/eks/${name}/cluster`,
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.cluster = new eks.Cluster(this, 'Cluster', {
      clusterName: name,
      version: VERSION,
      vpc: network.vpc,
      // Interfaces of the control plane, not machines. With private subnets CDK would run kubectl in them, and tiers
      // without NAT gateways have no way from there to the API of EKS and to charts.
      vpcSubnets: [{ subnetType: ec2.SubnetType.PUBLIC }],
      endpointAccess: eks.EndpointAccess.PUBLIC_AND_PRIVATE,
      defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
      defaultCapacity: 0,
      bootstrapClusterCreatorAdminPermissions: false,
      bootstrapSelfManagedAddons: false,
      secretsEncryptionKey: new kms.Key(this, 'SecretsKey', {
        description: `secrets of the cluster ${name}`,
        enableKeyRotation: true,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
      clusterLogging: Object.values(eks.ClusterLoggingTypes),
      kubectlProviderOptions: { kubectlLayer: kubectlLayer(this) },
    });
    this.cluster.node.addDependency(logGroup);
    if (options.dataStores !== 'managed') this.protectData();
    this.nodeRole = this.roleOfNodes();
    this.addons = new Addons(this, this.cluster);
    for (const [index, principal] of admins.entries()) {
      const scope = { accessScopeType: eks.AccessScopeType.CLUSTER };
      this.cluster.grantAccess(`Admin${index + 1}`, principal, [
        eks.AccessPolicy.fromAccessPolicyName('AmazonEKSClusterAdminPolicy', scope),
      ]);
    }
    this.acknowledge();
  }

  /** Every pod is behind the cluster's own security group; paths between pods are closed by their network policies. */
  get connections(): ec2.Connections {
    return new ec2.Connections({ securityGroups: [this.cluster.clusterSecurityGroup] });
  }

  /** Node groups start when the network of their pods is there, and the add-ons that run on nodes after them. */
  addNodes(nodes: Construct): void {
    this.addons.around(nodes);
  }

  /** What has to be there before charts and objects are applied. */
  readyFor(applied: Construct): void {
    this.addons.before(applied);
  }

  /** A role that pods of an account of a namespace have, and nobody else. */
  podIdentity(scope: Construct, namespace: string, serviceAccount: string): iam.Role {
    const role = new iam.Role(scope, 'PodRole', {
      assumedBy: new iam.SessionTagsPrincipal(new iam.ServicePrincipal('pods.eks.amazonaws.com')),
      description: `pods of ${namespace}/${serviceAccount}`,
    });
    new eks.CfnPodIdentityAssociation(scope, 'PodIdentity', {
      clusterName: this.cluster.clusterName,
      namespace,
      serviceAccount,
      roleArn: role.roleArn,
    });
    return role;
  }

  /** A cluster that goes takes what its pods keep with it. */
  private protectData(): void {
    (this.cluster.node.defaultChild as eks.CfnCluster).deletionProtection = true;
  }

  private roleOfNodes(): iam.Role {
    const role = new iam.Role(this, 'NodeRole', {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: NODE_POLICIES.map((policy) => iam.ManagedPolicy.fromAwsManagedPolicyName(policy)),
    });
    const reason = 'What EKS and Session Manager ask of a machine, kept up to date by AWS; pods have roles of their own.';
    acknowledge(role, Object.fromEntries(NODE_POLICIES.map((policy) => [managedPolicy(policy), reason])));
    return role;
  }

  private acknowledge(): void {
    acknowledge(this.cluster, {
      EKS1: 'The API answers on the internet to those that IAM knows, so that people and deployments need no way into the network.',
      [managedPolicy('AmazonEKSClusterPolicy')]: 'What the control plane needs, kept up to date by AWS.',
      [managedPolicy('service-role/AWSLambdaBasicExecutionRole')]: 'Writing the logs of the function that applies objects.',
      [managedPolicy('AmazonEC2ContainerRegistryReadOnly')]: 'Reading charts; the CDK adds it to the function that applies them.',
      'IAM4[Policy::{"Fn::If":["clusterClusterKubectlProviderHandlerHasEcrPublicEA7AAD9D","arn:<AWS::Partition>:iam::aws:policy/AmazonElasticContainerRegistryPublicReadOnly",{"Ref":"AWS::NoValue"}]}]':
        'Reading charts; the CDK adds it to the function that applies them.',
      L1: 'The runtime is the newest that the pinned CDK has tested its own functions with.',
    });
  }
}

/** How the rule pack writes a policy that AWS keeps. */
export function managedPolicy(name: string): string {
  return `IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`;
}
