import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { acknowledge } from '../acknowledge';
import type { Network } from '../network/network';
import { secretName } from '../regional-names';
import { acknowledgeCluster, managedPolicy } from './cluster-acknowledgements';
import { kubectlLayer } from './kubectl-layer';
import { Addons } from './kubernetes-addons';
import { Controllers } from './kubernetes-controllers';
import { apiGroupsOf, askedSecrets, type ObjectFile } from './kubernetes-objects';

/** The newest that there was a layer with kubectl for when it was chosen. */
const VERSION = eks.KubernetesVersion.V1_35;

/** What a machine of a cluster may do: join it, pull images, and be reached by Session Manager. */
const NODE_POLICIES = ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly', 'AmazonSSMManagedInstanceCore'] as const;

/**
 * An EKS cluster of the stack's name: secrets encrypted with a key of its own, all logs of the control plane, who may
 * enter said by access entries alone. Its add-ons and controllers are below it.
 */
export class KubernetesCluster extends Construct {
  readonly cluster: eks.Cluster;
  readonly nodeRole: iam.Role;
  /** That of the chart's objects. */
  private readonly namespace: string;
  /** What objects of workloads need before they are applied. */
  readonly controllers: Controllers;
  private readonly addons: Addons;
  private readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly settings = new Map<string, Map<string, string>>();

  /** `admins` are ARNs of roles or users that may do everything in the cluster. */
  constructor(scope: Construct, { vpc }: Network, blueprint: Blueprint, files: readonly ObjectFile[], admins: readonly string[]) {
    super(scope, 'cluster');
    this.namespace = blueprint.stackName;
    this.cluster = this.controlPlane(vpc, Stack.of(this).stackName);
    // A cluster that goes takes what its pods keep with it.
    if (blueprint.options.dataStores !== 'managed') (this.cluster.node.defaultChild as eks.CfnCluster).deletionProtection = true;
    this.nodeRole = this.roleOfNodes();
    const apiGroups = apiGroupsOf(files);
    this.addons = new Addons(this, this.cluster, apiGroups);
    this.controllers = new Controllers(this, this.cluster, { blueprint, apiGroups, ready: this.addons.afterNodes });
    this.asked = askedSecrets(files);
    for (const [index, principal] of admins.entries()) {
      this.cluster.grantAccess(`Admin${index + 1}`, principal, [
        eks.AccessPolicy.fromAccessPolicyName('AmazonEKSClusterAdminPolicy', { accessScopeType: eks.AccessScopeType.CLUSTER }),
      ]);
    }
    acknowledgeCluster(this.cluster);
  }

  /** Every pod is behind the cluster's own security group; paths between pods are closed by their network policies. */
  get connections(): ec2.Connections {
    return new ec2.Connections({ securityGroups: [this.cluster.clusterSecurityGroup] });
  }

  /** Who reads secrets for pods. */
  get secretReader(): iam.IGrantable {
    return this.controllers.roleOf('external-secrets');
  }

  /** Properties that the chart asks of a component's secret. */
  askedOf(component: string): ReadonlySet<string> {
    return this.asked.get(secretName(this.namespace, component)) ?? new Set();
  }

  /** Variables that say where a component is, for all who use it. */
  settingsOf(component: string): Map<string, string> {
    const settings = this.settings.get(component) ?? new Map<string, string>();
    this.settings.set(component, settings);
    return settings;
  }

  get allSettings(): ReadonlyMap<string, ReadonlyMap<string, string>> {
    return this.settings;
  }

  /** Nodes start when the network of their pods is there, and the add-ons that run on nodes after them. */
  addNodes(nodes: Construct): void {
    this.addons.around(nodes);
  }

  private controlPlane(vpc: ec2.IVpc, name: string): eks.Cluster {
    // EKS would make the group by itself, and keep its logs for ever.
    const logGroup = new logs.LogGroup(this, 'Logs', {
      logGroupName: `/aws/eks/${name}/cluster`,
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const secretsEncryptionKey = new kms.Key(this, 'SecretsKey', {
      description: `secrets of the cluster ${name}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const cluster = new eks.Cluster(this, 'Cluster', {
      clusterName: name,
      version: VERSION,
      vpc,
      // For interfaces of the control plane, not for machines. With private subnets CDK would run kubectl in them, and
      // tiers without NAT gateways have no way from there to the API of EKS and to charts.
      vpcSubnets: [{ subnetType: ec2.SubnetType.PUBLIC }],
      endpointAccess: eks.EndpointAccess.PUBLIC_AND_PRIVATE,
      defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
      defaultCapacity: 0,
      bootstrapClusterCreatorAdminPermissions: false,
      bootstrapSelfManagedAddons: false,
      secretsEncryptionKey,
      clusterLogging: Object.values(eks.ClusterLoggingTypes),
      kubectlProviderOptions: { kubectlLayer: kubectlLayer(this) },
    });
    cluster.node.addDependency(logGroup);
    return cluster;
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
}
