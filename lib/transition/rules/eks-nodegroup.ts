import { changedLaunchTemplates, usesTemplate } from '../launch-templates';
import { asNumber, isTrue, valueAt } from '../property-value';
import type { UpdatedResource } from '../resource-change';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties whose change replaces the node group. */
const REPLACING = ['InstanceTypes', 'AmiType', 'CapacityType', 'DiskSize', 'NodeRole', 'Subnets'];
/** Properties whose change replaces the nodes of the group. */
const ROLLING = ['LaunchTemplate', 'ReleaseVersion', 'Version'];

export const eksNodegroup: TransitionRule = {
  id: 'eks-nodegroup',
  description:
    'CloudFormation replaces a node group with other instance types: new nodes join first, then EKS drains the old ones. With another launch template or release, EKS replaces the nodes of the group in the same way',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-eks-nodegroup.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    const templates = changedLaunchTemplates(context);
    for (const change of context.updated('AWS::EKS::Nodegroup')) {
      const names = REPLACING.filter((name) => changesProperty(change, name));
      if (names.length > 0) {
        const text = `changed ${names.join(', ')}: CloudFormation creates a second node group, and then EKS evicts the pods of the first within their PodDisruptionBudgets`;
        yield { resource: change.id, class: 'replaced', properties: names, text };
      } else if (ROLLING.some((name) => changesProperty(change, name)) || usesTemplate(change.after.properties.LaunchTemplate, templates)) {
        yield { resource: change.id, class: 'in-place', text: nodesText(change) };
      }
    }
  },
};

function nodesText({ after: { properties } }: UpdatedResource): string {
  const { UpdateConfig } = properties;
  const share = asNumber(valueAt(UpdateConfig, 'MaxUnavailablePercentage'));
  const most = share === undefined ? String(asNumber(valueAt(UpdateConfig, 'MaxUnavailable')) ?? 1) : `${share}%`;
  const isForced = isTrue({ properties }, 'ForceUpdateEnabled');
  const blocked = isForced
    ? 'pods that a budget holds for 15 minutes are deleted'
    : 'an eviction that a budget blocks for 15 minutes fails the update';
  const first =
    valueAt(UpdateConfig, 'UpdateStrategy') === 'MINIMAL'
      ? 'old nodes end before new ones start'
      : 'new nodes start first, up to two for each zone, above the maximum of the group';
  return `EKS replaces the nodes, ${most} at a time: ${first}; pods are evicted within their disruption budgets, and ${blocked}`;
}
