import { describe, expect, it } from 'vitest';
import { lineReason } from '../../lib/output/line-reasons';
import type { Estimate, LineItem } from '../../lib/pricing/estimate';
import { billed, deployment } from '../scheduling/support';

interface Usage {
  readonly component: string;
  readonly key: string;
  readonly amount: number;
}

function declaration(usage: readonly Usage[], namespace = 'shop'): string {
  const value = {
    version: 1,
    usage: usage.map(({ component, key, amount }) => ({
      component,
      key,
      quantity: { low: amount, mid: amount, high: amount },
      basis: { kind: 'stated', text: `stated for ${namespace}` },
    })),
  };
  return `apiVersion: v1
kind: ConfigMap
metadata: { name: sizing-blueprints, namespace: ${namespace} }
data: { declaration.json: ${JSON.stringify(JSON.stringify(value))} }
---
`;
}

const CONNECTIONS = ['newConnectionsPerSecond', 'activeConnections', 'processedGbPerHour'] as const;

const ENTRY = `apiVersion: v1
kind: Service
metadata: { name: entry, namespace: shop }
spec: { type: LoadBalancer }
---
`;

const BURSTABLE_POOL = `apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: web }
spec:
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: web }
      requirements: [{ key: node.kubernetes.io/instance-type, operator: In, values: [t3.medium] }]
---
`;

function linesOf({ lineItems }: Estimate, component: string): LineItem[] {
  return lineItems.filter((line) => line.component === component);
}

describe('declared usage of manifests', () => {
  it('is excluded, and the estimate names the object, when no usage of its component is declared', () => {
    const { estimate } = billed(ENTRY + declaration([{ component: 'other', key: 'logIngestGb', amount: 1 }]));
    expect(estimate.excludesUsageOf).toContainEqual({ resource: 'shop/Service/entry', component: 'entry', type: 'Service' });
    expect(linesOf(estimate, 'entry').map(({ state }) => state)).not.toContain('unpriced');
  });

  it('makes the object unpriced when usage of its component is declared, but not a quantity that decides its price', () => {
    const [connections, ...others] = CONNECTIONS.map((key) => ({ component: 'entry', key, amount: 1 }));
    expect(linesOf(billed(ENTRY + declaration(others)).estimate, 'entry')).toMatchObject([
      {
        state: 'unpriced',
        reason: { kind: 'unreadable-property', problem: { kind: 'usage-not-declared', key: 'newConnectionsPerSecond' } },
      },
    ]);
    const complete = billed(ENTRY + declaration([...others, ...(connections === undefined ? [] : [connections])])).estimate;
    expect(linesOf(complete, 'entry').map(({ state }) => state)).toEqual(['priced', 'usage']);
  });

  it('makes the nodes unpriced when usage of their component is declared, but not their CPU credits', () => {
    const manifests = BURSTABLE_POOL + deployment();
    const undeclared = billed(manifests).estimate;
    expect(undeclared.excludesUsageOf.map(({ type }) => type)).toContain('Node');
    const partly = billed(manifests + declaration([{ component: 'web', key: 'expectedCount', amount: 1 }])).estimate;
    expect(linesOf(partly, 'web').filter(({ type }) => type === 'Node')).toMatchObject([
      { state: 'unpriced', reason: { problem: { kind: 'usage-not-declared', key: 'surplusCreditVcpuHours' } } },
    ]);
  });

  it('is the sum of the declarations of all namespaces for the nodes of a pool', () => {
    const credits = [{ component: 'web', key: 'surplusCreditVcpuHours', amount: 10 }];
    const { estimate } = billed(BURSTABLE_POOL + deployment() + declaration(credits) + declaration(credits, 'other'));
    const line = estimate.lineItems.find(({ kind }) => kind === 'cpu-credit-vcpu-hours');
    expect(line).toMatchObject({ quantity: { mid: expect.objectContaining({ d: [20] }) } });
    expect(line && lineReason(line)).toBe('stated for shop; stated for other');
  });

  it('does not hide a volume whose price cannot be read', () => {
    const claim = (iops: string) => `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
parameters: { type: io2${iops} }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: fast, resources: { requests: { storage: 10Gi } } }
`;
    expect(linesOf(billed(claim(', iops: "3000"')).estimate, 'data').map(({ state }) => state)).toEqual(['priced', 'priced']);
    expect(linesOf(billed(claim('')).estimate, 'data').map(({ state }) => state)).toEqual(['unpriced']);
  });
});
