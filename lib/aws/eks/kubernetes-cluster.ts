import { Annotations, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { AWS_VERSIONS } from '../../conventions/aws-versions';
import { apiRanges, includesEveryAddress } from '../../model/open-ranges';
import { acknowledge } from '../acknowledge';
import type { Network } from '../network/network';
import { routesOfHosts } from '../network/network-place';
import { output } from '../outputs';
import { secretName } from '../regional-names';
import { acknowledgeCluster, managedPolicy } from './cluster-acknowledgements';
import { kubectlLayer } from './kubectl-layer';
import { Addons } from './kubernetes-addons';
import { Controllers } from './kubernetes-controllers';
import { apiGroupsOf, type ObjectFile, requestedSecrets } from './kubernetes-objects';

/** Policies of nodes: join the cluster, pull images, and allow Session Manager. */
const NODE_POLICIES = ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly', 'AmazonSSMManagedInstanceCore'] as const;

/**
 * An EKS cluster with the name of the stack: secrets are encrypted with a key of the stack, all control plane logs are
 * enabled, and access is granted by access entries only. Add-ons and controllers are below it.
 */
export class KubernetesCluster extends Construct {
  /** The EKS cluster. */
  readonly cluster: eks.Cluster;
  /** Role of all nodes. */
  readonly nodeRole: iam.Role;
  /** Namespace of the workloads. */
  private readonly namespace: string;
  /** Controllers that must run before workloads are applied. */
  readonly controllers: Controllers;
  private readonly addons: Addons;
  private readonly requested: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly settings = new Map<string, Map<string, string>>();

  /** `admins` are ARNs of IAM roles or users with administrator access to the cluster. */
  constructor(scope: Construct, network: Network, blueprint: Blueprint, files: readonly ObjectFile[], admins: readonly string[]) {
    super(scope, 'cluster');
    this.namespace = blueprint.stackName;
    const publicRanges = apiRanges(blueprint.options, blueprint.network);
    this.cluster = this.controlPlane(network, Stack.of(this).stackName);
    const resource = this.cluster.node.defaultChild as eks.CfnCluster;
    // Not through the CDK, which demands private subnets of the control plane for a private endpoint and for ranges.
    if (publicRanges.length === 0) resource.addPropertyOverride('ResourcesVpcConfig.EndpointPublicAccess', false);
    else if (!includesEveryAddress(publicRanges)) resource.addPropertyOverride('ResourcesVpcConfig.PublicAccessCidrs', publicRanges);
    // At the end of standard support, EKS upgrades the cluster instead of charging for extended support. Source: Amazon EKS user
    // guide, "View current cluster upgrade policy".
    resource.upgradePolicy = { supportType: 'STANDARD' };
    // Deleting the cluster would delete the data of in-cluster stores.
    if (blueprint.options.dataStores !== 'managed' && blueprint.options.deletionProtection) resource.deletionProtection = true;
    this.nodeRole = this.roleOfNodes();
    const apiGroups = apiGroupsOf(files);
    this.addons = new Addons(this, this.cluster, apiGroups);
    this.controllers = new Controllers(this, this.cluster, { blueprint, apiGroups, ready: this.addons.afterNodes });
    this.requested = requestedSecrets(files);
    for (const [index, principal] of admins.entries()) {
      this.cluster.grantAccess(`Admin${index + 1}`, principal, [
        eks.AccessPolicy.fromAccessPolicyName('AmazonEKSClusterAdminPolicy', { accessScopeType: eks.AccessScopeType.CLUSTER }),
      ]);
    }
    this.outputs(admins);
    acknowledgeCluster(this.cluster, publicRanges);
  }

  /** The cluster security group, which all pods share. NetworkPolicies restrict traffic between pods. */
  get connections(): ec2.Connections {
    return new ec2.Connections({ securityGroups: [this.cluster.clusterSecurityGroup] });
  }

  /** Role of External Secrets, which reads secrets for pods. */
  get secretReader(): iam.IGrantable {
    return this.controllers.roleOf('external-secrets');
  }

  /** Properties of the secret of a component that objects of the chart request. */
  requestedProperties(component: string): ReadonlySet<string> {
    return this.requested.get(secretName(this.namespace, component)) ?? new Set();
  }

  /** Connection settings of a component, as environment variables for its clients. */
  settingsOf(component: string): Map<string, string> {
    const settings = this.settings.get(component) ?? new Map<string, string>();
    this.settings.set(component, settings);
    return settings;
  }

  /** Connection settings by component id. */
  get allSettings(): ReadonlyMap<string, ReadonlyMap<string, string>> {
    return this.settings;
  }

  /** Orders nodes after the add-ons that they need, and before the other add-ons. */
  addNodes(nodes: Construct): void {
    this.addons.around(nodes);
  }

  private controlPlane(network: Network, name: string): eks.Cluster {
    const { vpc, publicHosts } = network;
    // EKS would create the log group without a retention period.
    const logGroup = new logs.LogGroup(this, 'Logs', {
      logGroupName: `/aws/eks/${name}/cluster`,
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const secretsEncryptionKey = new kms.Key(this, 'SecretsKey', {
      description: `secrets of the cluster ${name}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const runsInVpc = !publicHosts;
    // Not `Cluster`, the id of the ECS cluster: CloudFormation refuses another type under the same logical id.
    const cluster = new eks.Cluster(this, 'KubernetesCluster', {
      clusterName: name,
      version: eks.KubernetesVersion.of(AWS_VERSIONS.kubernetes.version),
      vpc,
      // For network interfaces of the control plane, not for nodes. With private subnets, the CDK would run kubectl in them,
      // and without NAT gateways it could not reach the EKS API and chart repositories.
      vpcSubnets: [{ subnetType: ec2.SubnetType.PUBLIC }],
      endpointAccess: eks.EndpointAccess.PUBLIC_AND_PRIVATE,
      defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
      defaultCapacity: 0,
      bootstrapClusterCreatorAdminPermissions: false,
      bootstrapSelfManagedAddons: false,
      secretsEncryptionKey,
      clusterLogging: Object.values(eks.ClusterLoggingTypes),
      kubectlProviderOptions: {
        kubectlLayer: kubectlLayer(this),
        // Where private subnets have a route to the internet, the function that applies objects uses the private endpoint.
        ...(runsInVpc ? { privateSubnets: vpc.privateSubnets } : {}),
      },
    });
    // The objects of load balancers name their subnets.
    Annotations.of(cluster).acknowledgeWarning('@aws-cdk/aws-eks:clusterMustManuallyTagSubnet', 'Load balancers need no tags of subnets.');
    cluster.node.addDependency(logGroup);
    if (runsInVpc) cluster.node.findChild('KubectlProvider').node.addDependency(routesOfHosts(network));
    return cluster;
  }

  private outputs(admins: readonly string[]): void {
    const { region, stackName } = Stack.of(this);
    const access =
      admins.length === 0
        ? 'Command for access with kubectl. No IAM role or user has access: set clusterAdmins'
        : `Command for access with kubectl, which ${admins.length === 1 ? 'one IAM role or user has' : `${admins.length} IAM roles or users have`}`;
    output(this, 'Kubeconfig', `aws eks update-kubeconfig --region ${region} --name ${stackName}`, access);
  }

  private roleOfNodes(): iam.Role {
    const role = new iam.Role(this, 'NodeRole', {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: NODE_POLICIES.map((policy) => iam.ManagedPolicy.fromAwsManagedPolicyName(policy)),
    });
    const reason = 'EKS and Session Manager require these policies, which AWS maintains; pods have roles of their own.';
    acknowledge(role, Object.fromEntries(NODE_POLICIES.map((policy) => [managedPolicy(policy), reason])));
    return role;
  }
}
