import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { workloadAlerts } from '../../lib/kubernetes/alerts/workloads';
import { eksBlueprint } from '../support/eks-blueprints';
import { resourcesOf } from '../support/templates';

const { alarms } = blueprintFor({ system: 'aiva', tier: 'small' });

function pendingPods(platform: 'eks' | 'kubernetes'): string {
  const alert = workloadAlerts({ namespace: 'shop', alarms, platform }).find(({ name }) => name === 'PodPending');
  return `${alert?.description} ${alert?.runbook}`;
}

test('the alert about pending pods names what starts nodes on the platform', () => {
  expect(pendingPods('kubernetes')).toMatch(/Karpenter .* kubectl get nodeclaims\./);
  expect(pendingPods('eks')).toMatch(
    /Cluster Autoscaler .* kubectl -n kube-system logs -l app\.kubernetes\.io\/instance=cluster-autoscaler\./,
  );
});

test('stacks of EKS, which install the Cluster Autoscaler, do not name Karpenter', () => {
  expect(JSON.stringify(resourcesOf(eksBlueprint({ tier: 'small' })))).not.toMatch(/karpenter|nodeclaims/i);
});
