import { describe, expect, test } from 'vitest';
import { shapesOf } from '../../lib/catalog/instance-shapes';
import { kubeReservedCpuMillis, kubeReservedMib, nodeCapacity, nodeGroupMaxPods } from '../../lib/catalog/node-capacity';
import { openPriceBook } from '../../lib/catalog/price-book';
import { CLUSTER_PODS, EKS_ADD_ON_PODS, NODE_PODS } from '../../lib/conventions/system-pods';
import { nodeTypesIn } from '../../lib/scheduling/node-types';
import { allocatable } from '../../lib/selection/allocatable';

const MIB = 1_024 ** 2;

/** Source: awslabs/amazon-eks-ami at 81fec2e, nodeadm. */
describe('resources that the kubelet reserves on EKS', () => {
  test('are those of nodeadm/test/e2e/cases/kubelet-config-dir/expected-kubelet-config.json: 58 pods, 2 vCPU', () => {
    expect(kubeReservedMib(58)).toBe(893);
    expect(kubeReservedCpuMillis(2)).toBe(70);
  });

  test.each([
    [1, 60],
    [2, 70],
    [4, 80],
    [8, 90],
    [16, 110],
    [96, 310],
    // Each range is divided as integers are in Go: 5,000 − 4,000 thousandths × 25 / 10,000 is 2.
    [5, 82],
  ])('of %s vCPU are %s thousandths (nodeadm/internal/kubelet/config.go, getCPUMillicoresToReserve)', (vcpu, millis) => {
    expect(kubeReservedCpuMillis(vcpu)).toBe(millis);
  });
});

describe('the capacity of a node', () => {
  test('of 4 vCPU and 16 GiB with 58 pods', () => {
    const { allocatable: free } = nodeCapacity({ vcpu: 4, memoryGib: 16, architecture: 'amd64', gpus: 0, maxPods: 58 });
    expect(free.cpuMillis).toBe(3_920);
    expect(free.memoryBytes / MIB).toBe(16_384 - 1_229 - 255 - 11 * 58 - 100);
  });

  test('of arm64 is 64 MiB less', () => {
    const { capacity, allocatable: free } = nodeCapacity({ vcpu: 2, memoryGib: 8, architecture: 'arm64', gpus: 0, maxPods: 29 });
    expect(free.cpuMillis).toBe(1_930);
    expect(capacity.memoryBytes / MIB).toBe(8_128 - 610);
  });

  test('of an unknown type has the kubelet default of 110 pods', () => {
    expect(nodeCapacity({ vcpu: 4, memoryGib: 16, architecture: 'amd64', gpus: 0 }).capacity.pods).toBe(110);
  });

  test.each([
    [29, 110],
    [30, 250],
  ])('in a managed node group: %s vCPU, %s pods', (vcpu, pods) => {
    expect(nodeGroupMaxPods(vcpu)).toBe(pods);
  });
});

test('node pools are sized with the capacity that manifests are placed on', () => {
  const daemons = { vcpu: 0.25, memoryMib: 216 };
  expect(NODE_PODS.reduce((sum, { vcpu }) => sum + vcpu, 0)).toBeCloseTo(daemons.vcpu, 9);
  expect(NODE_PODS.reduce((sum, { memoryMib }) => sum + memoryMib, 0)).toBe(daemons.memoryMib);
  const shapes = shapesOf('ec2');
  for (const { name, allocatable: free } of nodeTypesIn(openPriceBook('us-east-1'))) {
    const { gpu: _gpu, ...shape } = shapes[name] ?? {};
    const sized = allocatable({ vcpu: 0, memoryGib: 0, architecture: 'amd64', ...shape, type: name, hourlyUsd: '0' });
    expect(sized.vcpu * 1_000, name).toBeCloseTo(free.cpuMillis - daemons.vcpu * 1_000, 6);
    expect(sized.memoryMib * MIB, name).toBe(free.memoryBytes - daemons.memoryMib * MIB);
  }
});

test('the add-ons run on every node of our clusters, and CoreDNS is the first of the pods that run once', () => {
  expect(NODE_PODS.slice(0, EKS_ADD_ON_PODS.length)).toEqual(EKS_ADD_ON_PODS);
  expect(CLUSTER_PODS[0].name).toBe('coredns');
});
