import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { managedPolicy } from './cluster-acknowledgements';
import { podPrincipal } from './pod-identity';

interface Addon {
  readonly name: string;
  /** Policy of AWS for its pods, and the account that they run as. */
  readonly permissions?: { readonly policy: string; readonly serviceAccount: string };
  readonly settings?: Readonly<Record<string, unknown>>;
  /** API group that it carries out; without objects of it the cluster does without. Default: every cluster has it. */
  readonly apiGroup?: string;
}

/** What nodes need to become ready. */
const BEFORE_NODES: readonly Addon[] = [
  { name: 'eks-pod-identity-agent' },
  { name: 'kube-proxy' },
  {
    name: 'vpc-cni',
    permissions: { policy: 'AmazonEKS_CNI_Policy', serviceAccount: 'aws-node' },
    // Without it network policies are objects that nobody reads.
    settings: { enableNetworkPolicy: 'true' },
  },
];

/** Schedules of volume snapshots: their operator asks for snapshots, this add-on has them made. */
export const SNAPSHOT_SCHEDULES = 'snapscheduler.backube';

/** What needs nodes to become ready. */
const AFTER_NODES: readonly Addon[] = [
  { name: 'coredns' },
  {
    name: 'aws-ebs-csi-driver',
    permissions: { policy: 'service-role/AmazonEBSCSIDriverPolicy', serviceAccount: 'ebs-csi-controller-sa' },
  },
  { name: 'metrics-server' },
  { name: 'snapshot-controller', apiGroup: SNAPSHOT_SCHEDULES },
];

/**
 * The add-ons of a cluster, each in the version that EKS takes for its Kubernetes version: names of versions differ
 * by region and month, and one that is gone stops a deployment. Everything else waits for the right half of them.
 */
export class Addons {
  /** What runs on nodes, and is ready when some are. */
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
  acknowledge(role, { [managedPolicy(policy)]: 'What the add-on needs, kept up to date by AWS.' });
  return role.roleArn;
}
