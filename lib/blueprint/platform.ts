import type { Problem } from '../core/problems';
import type { ResolvedOptions } from './blueprint';

/** Options that the platform has no use for, each with the reason. */
export function platformProblems(options: ResolvedOptions): Problem[] {
  return options.platform === 'ecs' ? outsideOfClusters(options) : inClusters(options);
}

function outsideOfClusters({ dataStores, entry, topology }: ResolvedOptions): Problem[] {
  const problems: Problem[] = [];
  if (dataStores !== undefined && (dataStores !== 'managed' || topology === 'single-host')) {
    const expected =
      topology === 'single-host'
        ? 'none with topology=single-host: there they are containers'
        : 'managed on platform=ecs; StatefulSets and operators are of eks and kubernetes';
    problems.push({ path: 'dataStores', received: dataStores, expected });
  }
  if (entry !== undefined) {
    problems.push({ path: 'entry', received: entry, expected: 'none on platform=ecs: there the way in is a load balancer of the stack' });
  }
  return problems;
}

function inClusters({ platform, compute, topology, dataStores, domain }: ResolvedOptions): Problem[] {
  const problems: Problem[] = [];
  if (topology !== 'managed') {
    problems.push({ path: 'topology', received: topology, expected: `managed with platform=${platform}: single-host is a form of ecs` });
  }
  if (compute !== 'ec2') {
    problems.push({ path: 'compute', received: compute, expected: `ec2 with platform=${platform}: Fargate is for services of ecs` });
  }
  if (platform === 'eks' && dataStores === 'operator') {
    problems.push({
      path: 'dataStores',
      received: dataStores,
      expected:
        'managed or statefulset on eks: the stack installs no operators, nor the certificates that they ask for (kubernetes has them)',
    });
  }
  if (platform === 'kubernetes' && dataStores === 'managed') {
    problems.push({
      path: 'dataStores',
      received: dataStores,
      expected: 'statefulset or operator on kubernetes: manifests make no services of AWS (eks has managed data stores)',
    });
  }
  if (domain !== undefined) {
    problems.push({ path: 'domain', received: domain, expected: `none with platform=${platform}: failover by Route 53 is of ecs` });
  }
  return problems;
}
