import { describe, expect, test } from 'vitest';
import { billed } from './support';

const withLabel = (label: string, gpus = 8) => `apiVersion: v1
kind: Pod
metadata: { name: train, namespace: shop }
spec:
  nodeSelector: { ${label} }
  containers:
    - { name: main, image: "example.com/train:1", resources: { requests: { cpu: "8", memory: 64Gi }, limits: { nvidia.com/gpu: ${gpus} } } }
`;

const nodesOf = (yaml: string) =>
  [...new Set(billed(yaml).packed.packings.high.nodes.map(({ choice }) => choice.type.name))].filter((name) => /^[gp]\d/.test(name));

/**
 * A label of the hardware decides the GPU: eight H100 cost $40,179.20/month as p5.48xlarge ($55.04/h), and $5,711.52 if a T4 is taken
 * instead. Values: NVIDIA's GPU feature discovery (`gpu.product` is the name of the driver with hyphens), the instance types of EC2.
 */
describe('a pod with GPUs runs on the instance type that its label of the hardware requires', () => {
  test.each([
    ['"nvidia.com/gpu.product": NVIDIA-H100-80GB-HBM3', 'p5.48xlarge'],
    ['"nvidia.com/gpu.product": NVIDIA-A100-SXM4-40GB', 'p4d.24xlarge'],
    ['"nvidia.com/gpu.product": NVIDIA-A100-SXM4-80GB', 'p4de.24xlarge'],
    ['"nvidia.com/gpu.product": Tesla-T4', 'g4dn.metal'],
    ['"beta.kubernetes.io/instance-type": p5.48xlarge', 'p5.48xlarge'],
    ['"node.kubernetes.io/instance-type": p5.48xlarge', 'p5.48xlarge'],
    ['"karpenter.k8s.aws/instance-gpu-name": h100', 'p5.48xlarge'],
    ['"eks.amazonaws.com/instance-gpu-name": h100', 'p5.48xlarge'],
    ['"eks.amazonaws.com/instance-family": p5', 'p5.48xlarge'],
  ])('%s: %s', (label, type) => {
    expect(nodesOf(withLabel(label))).toEqual([type]);
  });

  test.each(['"nvidia.com/gpu.product": NVIDIA-A10G', '"nvidia.com/gpu.product": NVIDIA-L4'])(
    '%s on the smallest with one GPU',
    (label) => {
      const [type] = nodesOf(withLabel(label, 1));
      expect(type).toMatch(label.includes('A10G') ? /^g5\./ : /^g6\./);
    },
  );

  test.each([
    '"nvidia.com/gpu.memory": "81559"',
    '"nvidia.com/gpu.product": NVIDIA-GB300',
    '"nvidia.com/gpu.product": NVIDIA-H200',
    '"k8s.amazonaws.com/accelerator": nvidia-tesla-p100',
    '"cloud.google.com/gke-accelerator": nvidia-tesla-t4',
    '"eks.amazonaws.com/instance-gpu-name": mi300x',
    '"eks.amazonaws.com/nodegroup": h100',
    '"alpha.eksctl.io/nodegroup-name": h100',
  ])('%s, whose value is unknown, has no price', (label) => {
    const yaml = withLabel(label);
    expect(nodesOf(yaml)).toEqual([]);
    expect(billed(yaml).estimate.lineItems.filter(({ state }) => state === 'unpriced')).toHaveLength(1);
  });

  test.each(['team: vision', '"nvidia.com/gpu": "true"'])('%s, a label of the user, is accepted', (label) => {
    expect(billed(withLabel(label)).estimate.lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
  });
});

test('labels of nodes that neither a manifest nor an instance type states are named', () => {
  const labels = 'team: data, "eks.amazonaws.com/capacityType": SPOT, "nvidia.com/gpu.product": Tesla-T4';
  const { warnings } = billed(withLabel(labels, 1));
  expect(warnings).toContainEqual({ kind: 'node-labels-assumed', labels: ['team=data', 'eks.amazonaws.com/capacityType=SPOT'] });
  expect(billed(withLabel('"nvidia.com/gpu.product": Tesla-T4', 1)).warnings.map(({ kind }) => kind)).not.toContain('node-labels-assumed');
});
