import { describe, expect, test } from 'vitest';
import type { AnswerWarning } from '../../lib/answers/answer-warning';
import { answerWarningText } from '../../lib/output/answer-warnings';

/** A warning is in sentences (docs/glossary.md). */
const SENTENCE = /^[A-Z].*\.$/;

describe('warnings about an answer', () => {
  test.each<[AnswerWarning, string]>([
    [
      { kind: 'host-without-tls' },
      'The host serves HTTP without TLS: it has no load balancer. Use topology=managed with a certificate for HTTPS.',
    ],
    [
      { kind: 'entry-without-tls', component: 'entry' },
      'Entry point "entry" serves HTTP without TLS. Set certificate to the ARN of an ACM certificate for HTTPS.',
    ],
    [
      { kind: 'operations-not-counted', operations: ['exports', 'reports'] },
      'Not counted: exports, reports. The workload gives no amount of them, and their usual amount is 0. recommend, design and capacity have a flag for each, such as --exports; work that is the same with any number of users has a usual amount per: system.',
    ],
    [
      {
        kind: 'workload-not-handled',
        tier: 'large',
        expectedUsers: 2500,
        timesWorkload: 0.3683,
        users: 920,
        likelihood: 0.004,
        moreInstances: [],
      },
      'Tier "large" handles 920 of 2,500 users, 90% likely: the estimate is for 2,500 users, which it is <1% likely to handle.',
    ],
    [
      {
        kind: 'workload-not-handled',
        tier: 'batch',
        expectedUsers: 0,
        timesWorkload: 0.5,
        users: undefined,
        likelihood: 0.4,
        moreInstances: [],
      },
      'Tier "batch" handles 50% of its workload, 90% likely: the estimate is for its whole workload, which it is 40% likely to handle.',
    ],
    [
      {
        kind: 'expected-instances-missing',
        tier: 'large',
        services: [
          { component: 'api', expected: 2, needed: 9 },
          { component: 'worker', expected: 1, needed: 3 },
        ],
      },
      'The estimate of tier "large" contains the minimum number of instances, and its workload needs more: api 9 instead of 2, worker 3 instead of 1. Set instances.expected.',
    ],
    [
      { kind: 'no-cluster-admins' },
      'No IAM role or user has access to the cluster with kubectl. Set clusterAdmins to the ARNs of those that administer it.',
    ],
    [
      { kind: 'nodes-in-public-subnets', region: 'eu-west-1', subnetIds: ['subnet-a1', 'subnet-a2'], vpcId: 'vpc-1' },
      'The nodes are in public subnets. EKS refuses them in a subnet that assigns no public addresses: run `for subnet in subnet-a1 subnet-a2; do aws ec2 modify-subnet-attribute --subnet-id "$subnet" --map-public-ip-on-launch --region eu-west-1; done`.',
    ],
    [
      { kind: 'nodes-in-public-subnets', region: 'eu-west-1', vpcId: 'vpc-1' },
      'The nodes are in public subnets. EKS refuses them in a subnet that assigns no public addresses: run `for subnet in $(aws ec2 describe-route-tables --filters Name=vpc-id,Values=vpc-1 "Name=route.gateway-id,Values=igw-*" --query "RouteTables[].Associations[].SubnetId" --output text --region eu-west-1); do aws ec2 modify-subnet-attribute --subnet-id "$subnet" --map-public-ip-on-launch --region eu-west-1; done`.',
    ],
    [
      { kind: 'nodes-in-public-subnets', region: 'eu-west-1' },
      'The nodes are in public subnets. EKS refuses them in a subnet that assigns no public addresses: set MapPublicIpOnLaunch of each public subnet in the stack of the VPC.',
    ],
    [
      { kind: 'placeholder-images', services: ['api', 'worker'] },
      'No image yet, only a placeholder that answers health checks: api, worker.',
    ],
    [
      { kind: 'declared-usage-excluded', usage: ['entry requests', 'files storedGb'] },
      'The estimate excludes declared usage whose objects these manifests do not contain: entry requests, files storedGb.',
    ],
    [
      { kind: 'usage-undeclared', of: 'templates' },
      'The estimate excludes usage that no template declares: its lines show only unit prices. --write-usage <file> writes a file of it to fill in, for --usage <file>.',
    ],
    [
      { kind: 'region-unknown', pricedIn: 'us-east-1' },
      'The region is unknown: the estimate uses prices of us-east-1. Set a region to use others.',
    ],
    [
      { kind: 'node-pools-ignored', pools: 1 },
      'The given node types replace 1 NodePool of the manifests: their types, taints and limits are ignored.',
    ],
    [
      { kind: 'pool-limit-exceeded', pool: 'general', resource: 'memory', limit: 1000, amount: 1216 },
      'NodePool "general" is limited to 1,000 GiB, but its nodes have 1,216 at the high end: pods above the limit stay pending.',
    ],
    [
      { kind: 'system-pods-elsewhere' },
      'No NodePool of the manifests accepts the pods of CoreDNS: they run on nodes that no manifest contains, which are not in the estimate.',
    ],
    [
      { kind: 'requests-set-by-autoscaler', autoscaler: 'web', workload: 'Deployment web' },
      'VerticalPodAutoscaler "web" changes the requests of Deployment web: the estimate uses the requests in the manifests.',
    ],
    [
      { kind: 'storage-class-unknown', storageClass: 'fast', pricedAs: 'gp3' },
      'Storage class "fast" is in no manifest: its volumes are priced as gp3.',
    ],
  ])('%j', (warning, text) => {
    expect(answerWarningText(warning)).toBe(text);
    expect(text).toMatch(SENTENCE);
  });
});
