import { describe, expect, test } from 'vitest';
import { billed, deployment } from './support';

const pool = (taint: string) => `apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: a }
spec:
  template:
    metadata: { labels: { team: a } }
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements: [{ key: karpenter.k8s.aws/instance-family, operator: In, values: [m7i] }]
      ${taint}
---
`;
const TAINT = 'taints: [{ key: team, value: a, effect: NoSchedule }]';
const TOLERANT = deployment({ replicas: 2 }).replace('    spec:\n', '    spec:\n      tolerations: [{ key: team, operator: Exists }]\n');

/** Amazon EKS user guide: the CoreDNS add-on has two replicas, and tolerates only the taints of control planes and `CriticalAddonsOnly`. */
describe('the pods of CoreDNS', () => {
  test('are not in an estimate whose only pools have taints, with a warning', () => {
    const { estimate, warnings } = billed(pool(TAINT) + TOLERANT, { controlPlane: 'eks' });
    expect(estimate.lineItems.filter(({ state }) => state === 'unpriced')).toEqual([]);
    expect(warnings.map(({ kind }) => kind)).toContain('system-pods-elsewhere');
  });

  test('are on the nodes of a pool without taints', () => {
    const { packed, warnings } = billed(pool('expireAfter: 720h') + TOLERANT, { controlPlane: 'eks' });
    expect(packed.packings.mid.nodes.flatMap(({ pods }) => pods).filter(({ group }) => group.id === 'kube-system/coredns')).toHaveLength(2);
    expect(warnings.map(({ kind }) => kind)).not.toContain('system-pods-elsewhere');
  });

  // Two c6a.large have 2 × (1,930m - 150m of DaemonSets) for 23 × 100m and 2 × 100m.
  test('open no second zone that other pods do not use', () => {
    const yaml = deployment({ replicas: 23, requests: '{ cpu: 100m, memory: 100Mi }' });
    const { packed } = billed(yaml, { controlPlane: 'eks', nodes: ['c6a.large'] });
    expect(packed.packings.mid.nodes.map(({ choice }) => choice.type.name)).toEqual(['c6a.large', 'c6a.large']);
  });

  // Amazon EKS user guide, CoreDNS: the images of the add-on are for amd64 and arm64.
  test('are on nodes of arm64 if all other pods need them', () => {
    const onArm = deployment({ replicas: 2 }).replace('    spec:\n', '    spec:\n      nodeSelector: { kubernetes.io/arch: arm64 }\n');
    const poolsOf = (yaml: string) => billed(yaml, { controlPlane: 'eks' }).packed.packings.mid.nodes.map(({ choice }) => choice.pool.id);
    expect(new Set(poolsOf(onArm))).toEqual(new Set(['default-arm64']));
    expect(new Set(poolsOf(onArm + deployment({ name: 'other', replicas: 1 })))).toEqual(new Set(['default', 'default-arm64']));
  });

  // Amazon EKS user guide, "Enable or Disable Built-in NodePools": generation 5 or newer.
  test('are on the nodes of pods that need a previous generation, which no other pod opens', () => {
    const typesOf = (yaml: string) =>
      new Set(billed(yaml, { controlPlane: 'eks' }).packed.packings.mid.nodes.map(({ choice }) => choice.type.name));
    const onM4 = deployment({ replicas: 2 }).replace(
      '    spec:\n',
      '    spec:\n      nodeSelector: { node.kubernetes.io/instance-type: m4.large }\n',
    );
    // One CoreDNS pod is beside them, and the other on a node of its own.
    expect(typesOf(onM4)).toEqual(new Set(['m4.large', 'c7a.medium']));
    // An m3.medium costs less than any current type with 3.75 GiB in some regions.
    for (const memory of ['100Mi', '2200Mi', '3000Mi'])
      for (const type of typesOf(deployment({ replicas: 3, requests: `{ cpu: 100m, memory: ${memory} }` })))
        expect(type).toMatch(/^[cmr][5-9]/);
  });
});
