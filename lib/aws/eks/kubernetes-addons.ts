import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { managedPolicy } from './cluster-acknowledgements';
import { podPrincipal } from './pod-identity';

/** An EKS add-on. */
interface Addon {
  /** Name of the add-on. */
  readonly name: string;
  /** AWS managed policy of its pods, and their service account. Default: no role. */
  readonly permissions?: { readonly policy: string; readonly serviceAccount: string };
  /** Configuration values. Default: those of the add-on. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** API group whose objects require it. Default: installed in every cluster. */
  readonly apiGroup?: string;
}

/** Add-ons that nodes need to become ready. */
const BEFORE_NODES: readonly Addon[] = [
  { name: 'eks-pod-identity-agent' },
  { name: 'kube-proxy' },
  {
    name: 'vpc-cni',
    permissions: { policy: 'AmazonEKS_CNI_Policy', serviceAccount: 'aws-node' },
    // Without it, NetworkPolicies have no effect.
    settings: { enableNetworkPolicy: 'true' },
  },
];

/** API group of SnapshotSchedules. Their operator creates VolumeSnapshots, which the snapshot-controller add-on handles. */
export const SNAPSHOT_SCHEDULES = 'snapscheduler.backube';

/** Add-ons that need nodes to become ready. */
const AFTER_NODES: readonly Addon[] = [
  { name: 'coredns' },
  {
    name: 'aws-ebs-csi-driver',
    permissions: { policy: 'service-role/AmazonEBSCSIDriverPolicy', serviceAccount: 'ebs-csi-controller-sa' },
  },
  { name: 'metrics-server' },
  { name: 'snapshot-controller', apiGroup: SNAPSHOT_SCHEDULES },
];

/** The add-ons of a cluster, each in the default version of EKS for the Kubernetes version. Reason: decision 30. */
export class Addons {
  /** Add-ons that run on nodes and become ready with them. */
  readonly afterNodes: readonly eks.CfnAddon[];
  private readonly beforeNodes: readonly eks.CfnAddon[];

  constructor(
    scope: Construct,
    private readonly cluster: eks.Cluster,
    apiGroups: ReadonlySet<string>,
  ) {
    const addons = new Construct(scope, 'Addons');
    this.beforeNodes = BEFORE_NODES.map((addon) => this.add(addons, addon));
    this.afterNodes = AFTER_NODES.filter(({ apiGroup }) => apiGroup === undefined || apiGroups.has(apiGroup)).map((addon) =>
      this.add(addons, addon),
    );
  }

  /** Orders nodes after the add-ons that they need, and before the other add-ons. */
  around(nodes: Construct): void {
    nodes.node.addDependency(...this.beforeNodes);
    for (const addon of this.afterNodes) addon.node.addDependency(nodes);
  }

  private add(scope: Construct, { name, permissions, settings }: Addon): eks.CfnAddon {
    const id = name.replace(/(^|-)([a-z])/g, (_match, _hyphen, letter: string) => letter.toUpperCase());
    return new eks.CfnAddon(scope, id, {
      addonName: name,
      clusterName: this.cluster.clusterName,
      resolveConflicts: 'OVERWRITE',
      ...(settings === undefined ? {} : { configurationValues: JSON.stringify(settings) }),
      ...(permissions === undefined
        ? {}
        : { podIdentityAssociations: [{ serviceAccount: permissions.serviceAccount, roleArn: roleOf(scope, id, permissions.policy) }] }),
    });
  }
}

function roleOf(scope: Construct, id: string, policy: string): string {
  const role = new iam.Role(scope, `${id}Role`, {
    assumedBy: podPrincipal(),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(policy)],
  });
  acknowledge(role, { [managedPolicy(policy)]: 'The add-on requires this policy, which AWS maintains.' });
  return role.roleArn;
}
