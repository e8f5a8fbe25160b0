import type { AnswerWarning, PoolLimitWarning, PublicSubnets } from '../answers/answer-warning';
import type { MoreInstances } from '../answers/handled-workload';
import type { NamedContainers } from '../answers/named-containers';
import { counted, percent } from '../core/number-format';
import { thousands } from '../core/thousands';
import { expectedText, handledText, likelihoodText } from './handled-workload';
import { skippedFilesText } from './skipped-files';

const UNITS: Readonly<Record<PoolLimitWarning['resource'], string>> = { cpu: 'CPU', memory: 'GiB', gpu: 'GPU' };

/** How to give the usage of templates. */
const USAGE_FILE = ' --write-usage <file> writes a file of it to fill in, for --usage <file>.';

const FILES = { manifests: 'manifest', templates: 'template' } as const;

/** Who reads a file with duplicate keys. */
const DUPLICATE_KEYS = { template: ', as in CloudFormation', manifest: ', but `kubectl apply` rejects the manifest' } as const;

/** A warning about an answer as a sentence. */
export function answerWarningText(warning: AnswerWarning): string {
  switch (warning.kind) {
    case 'host-without-tls':
      return 'The host serves HTTP without TLS: it has no load balancer. Use topology=managed with a certificate for HTTPS.';
    case 'entry-without-tls':
      return `Entry point "${warning.component}" serves HTTP without TLS. Set certificate to the ARN of an ACM certificate for HTTPS.`;
    case 'no-cluster-admins':
      return 'No IAM role or user has access to the cluster with kubectl. Set clusterAdmins to the ARNs of those that administer it.';
    case 'nodes-in-public-subnets':
      return `The nodes are in public subnets. EKS refuses them in a subnet that assigns no public addresses: ${publicAddressesText(warning)}`;
    case 'placeholder-images':
      return `No image yet, only a placeholder that answers health checks: ${warning.services.join(', ')}.`;
    case 'workload-not-handled':
      return `Tier "${warning.tier}" ${handledText(warning)}: the estimate is for ${expectedText(warning)}, which it is ${likelihoodText(warning)} likely to handle.`;
    case 'expected-instances-missing':
      return `The estimate of tier "${warning.tier}" contains the minimum number of instances, and its workload needs more: ${warning.services.map(moreInstancesText).join(', ')}. Set instances.expected.`;
    case 'operations-not-counted':
      return `Not counted: ${warning.operations.join(', ')}. The workload gives no amount of them, and their usual amount is 0. recommend, design and capacity have a flag for each, such as --${warning.operations[0]}; work that is the same with any number of users has a usual amount per: system.`;
    case 'existing-vpc-excluded':
      return 'The estimate of this stack does not include the existing VPC: its NAT gateways with the data that they process, its endpoints and its flow logs.';
    case 'network-excluded':
      return 'Manifests do not contain the network around the cluster: estimates of manifests exclude the hours of NAT gateways and VPC endpoints.';
    case 'declared-usage-excluded':
      return `The estimate excludes declared usage whose objects these manifests do not contain: ${warning.usage.join(', ')}.`;
    case 'usage-undeclared':
      return `The estimate excludes usage that no ${FILES[warning.of]} declares: its lines show only unit prices.${warning.of === 'templates' ? USAGE_FILE : ''}`;
    case 'requests-assumed': {
      const { containers, objects, costShare } = warning;
      return `Default requests are used for ${counted(containers, 'container')} of ${counted(objects, 'object')}: ${percent(costShare)} of the cost of the nodes relies on them.`;
    }
    case 'requests-recommended': {
      const { containers, objects, costShare } = warning;
      return `The requests of ${counted(containers, 'container')} of ${counted(objects, 'object')} are recommended or measured: ${percent(costShare)} of the cost of the nodes relies on them.`;
    }
    case 'requests-not-recommended':
      return `These containers state no requests, and the file has no recommendation or measurement for them: ${containersText(warning.workloads)}.`;
    case 'recommendations-unmatched':
      return `The recommendations or measurements of these containers are not used, because the manifests do not contain them: ${containersText(warning.workloads)}.`;
    case 'region-unknown':
      return `The region is unknown: the estimate uses prices of ${warning.pricedIn}. Set a region to use others.`;
    case 'duplicate-key':
      return `Duplicate key ${JSON.stringify(warning.key)} in ${warning.file}, ${warning.place}: its last value is used${DUPLICATE_KEYS[warning.of]}.`;
    case 'lock-files-changed':
      return `Changed since ${warning.base}: ${warning.files.join(', ')}. Both revisions were synthesized with the packages that are installed now.`;
    case 'files-skipped':
      return `The estimate excludes these files: ${skippedFilesText(warning.skipped)}.`;
    case 'undecided-value':
      return undecidedText(warning);
    case 'stacks-in-several-regions':
      return `The stacks are in ${warning.regions.join(', ')}: each is estimated at the prices of its region. Set a region to estimate all of them in one.`;
    case 'no-node-pool':
      return 'The manifests contain no NodePool: nodes are chosen from generation 5 and newer of the c, m and r families, and from g and p for GPUs. Set node types to choose from others.';
    case 'node-pools-ignored':
      return `The given node types replace ${counted(warning.pools, 'NodePool')} of the manifests: their types, taints and limits are ignored.`;
    case 'node-labels-assumed':
      return `Pods require node labels that no NodePool of the manifests has (${warning.labels.join(', ')}). The estimate assumes nodes with these labels, of the cheapest instance types that fit the pods, at On-Demand prices.`;
    case 'spot-at-on-demand-price':
      return `NodePool "${warning.pool}" can use spot capacity: it is estimated at on-demand prices, an upper bound.`;
    case 'pool-without-priced-type':
      return `NodePool "${warning.pool}" allows no instance type that has a price in this region.`;
    case 'node-volumes-too-small': {
      const { workloads, requestedGib, volumesGib } = warning;
      return `Pods of ${workloads.join(', ')} request ${thousands(String(requestedGib))} GiB of ephemeral storage on one node, whose volumes have ${thousands(String(volumesGib))} GiB: the estimate has volumes that are too small. Set larger ones in the EC2NodeClass.`;
    }
    case 'system-pods-elsewhere':
      return 'No NodePool of the manifests accepts the pods of CoreDNS: they run on nodes that no manifest contains, which are not in the estimate.';
    case 'pool-limit-exceeded': {
      const { pool, limit, amount, resource } = warning;
      return `NodePool "${pool}" is limited to ${thousands(String(limit))} ${UNITS[resource]}, but its nodes have ${thousands(String(amount))} at the high end: pods above the limit stay pending.`;
    }
    case 'autoscaled-pods-undeclared':
      return 'The number of pods that an autoscaler runs under the expected load is not declared: mid is `replicas`, or the minimum without it, and high is the maximum.';
    case 'jobs-only-in-high':
      return 'Jobs run for an unknown part of the month: their pods are included in the high estimate only.';
    case 'other-provider':
      return `The manifests are for ${warning.provider} (${warning.mark}): the estimate has the prices of AWS, and those of ${warning.provider} differ.`;
    case 'requests-set-by-autoscaler':
      return `VerticalPodAutoscaler "${warning.autoscaler}" changes the requests of ${warning.workload}: the estimate uses the requests in the manifests.`;
    case 'storage-class-unknown':
      return `Storage class "${warning.storageClass}" is in no manifest: its volumes are priced as ${warning.pricedAs}.`;
  }
}

/**
 * How to make public subnets assign public addresses. Public are those with a route to an internet gateway. Source: Amazon EC2 API,
 * DescribeRouteTables, filter `route.gateway-id`; EC2 user guide, "List and filter": `*` in the value of a filter.
 */
function publicAddressesText({ region, subnetIds, vpcId }: PublicSubnets): string {
  const tables = `aws ec2 describe-route-tables --filters Name=vpc-id,Values=${vpcId} "Name=route.gateway-id,Values=igw-*" --query "RouteTables[].Associations[].SubnetId" --output text --region ${region}`;
  const ids = subnetIds?.join(' ') ?? (vpcId === undefined ? undefined : `$(${tables})`);
  if (ids === undefined) return 'set MapPublicIpOnLaunch of each public subnet in the stack of the VPC.';
  return `run \`for subnet in ${ids}; do aws ec2 modify-subnet-attribute --subnet-id "$subnet" --map-public-ip-on-launch --region ${region}; done\`.`;
}

/** Low and high are different deployments, which a given value would decide. */
function undecidedText({ of, name, template, atHigh, atLow }: Extract<AnswerWarning, { readonly kind: 'undecided-value' }>): string {
  const parts = `mid and high are for ${valueText(atHigh)}, low is for ${valueText(atLow)}`;
  if (of === 'condition') return `Condition "${name}" of ${template} is decided only at deployment: ${parts}.`;
  return `Parameter "${name}" of ${template} has no value: ${parts}. Give the value with --parameter ${name}=<value>.`;
}

function valueText(value: string | boolean | null): string {
  if (value === null) return 'any other value';
  return typeof value === 'boolean' ? `${value}` : JSON.stringify(value);
}

/** Measurements of a whole cluster name far more pods than the manifests have. */
const MOST_LISTED = 10;

function containersText(workloads: readonly NamedContainers[]): string {
  const texts = workloads.slice(0, MOST_LISTED).map(({ workload, containers }) => `${workload} (${containers.join(', ')})`);
  return workloads.length > MOST_LISTED ? `${texts.join(', ')} and ${workloads.length - MOST_LISTED} more` : texts.join(', ');
}

/** `api 9 instead of 2` */
function moreInstancesText({ component, expected, needed }: MoreInstances): string {
  return `${component} ${needed} instead of ${expected}`;
}
