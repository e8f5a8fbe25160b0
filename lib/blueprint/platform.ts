import { type Problem, shown } from '../core/problems';
import { EVERY_ADDRESS } from '../model/open-ranges';
import type { Tier } from '../model/tier';
import type { ResolvedOptions } from './blueprint';

/** Options that the platform does not support, each with the reason. */
export function platformProblems(options: ResolvedOptions, { network }: Pick<Tier, 'network'>): Problem[] {
  return [
    ...(options.platform === 'ecs' ? outsideOfClusters(options) : inClusters(options)),
    ...networkProblems(options),
    ...taskNetworkProblems(options, network),
    ...accessProblems(options, network),
    ...existingClusterProblems(options),
  ];
}

/** Facts about a cluster that exists already: stacks create their own nodes, with their own roles and subnets. */
function existingClusterProblems({ platform, ...options }: ResolvedOptions): Problem[] {
  if (platform === 'kubernetes') return [];
  const expected = `no value with platform=${platform}: the stack creates its nodes, and with platform=kubernetes Karpenter does`;
  return (['clusterName', 'nodeRole', 'discoveryTag'] as const).flatMap((path) => {
    const value = options[path];
    return value === undefined ? [] : [{ path, received: shown(value), expected }];
  });
}

function networkProblems({ platform, topology, natGateways }: ResolvedOptions): Problem[] {
  if (natGateways === undefined) return [];
  const received = shown(natGateways);
  if (platform === 'kubernetes') {
    return [{ path: 'natGateways', received, expected: 'no value with platform=kubernetes: the network is that of the cluster' }];
  }
  if (topology !== 'single-host') return [];
  return [{ path: 'natGateways', received, expected: 'no value with topology=single-host: the host has a public address' }];
}

/** ECS gives the network interface of a task on an instance no public address. */
function taskNetworkProblems({ platform, compute, topology, taskNetwork }: ResolvedOptions, { natGateways }: Tier['network']): Problem[] {
  if (taskNetwork === undefined) return [];
  const option = { path: 'taskNetwork', received: shown(taskNetwork) };
  if (platform !== 'ecs') return [{ ...option, expected: `no value with platform=${platform}: pods have their own addresses` }];
  if (compute === 'fargate') return [{ ...option, expected: 'no value with compute=fargate: tasks have a network interface each' }];
  if (topology === 'single-host') {
    return [{ ...option, expected: 'no value with topology=single-host: tasks share the network of the host' }];
  }
  if (taskNetwork === 'bridge' || natGateways > 0) return [];
  const expected = 'natGateways of at least 1, or bridge: without NAT gateways, tasks with a network interface cannot reach the internet';
  return [{ ...option, expected }];
}

function accessProblems({ platform, apiCidrs, ecsExec }: ResolvedOptions, { natGateways }: Tier['network']): Problem[] {
  const problems: Problem[] = [];
  const isSupported = platform === 'eks' && (natGateways > 0 || apiCidrs === EVERY_ADDRESS);
  if (apiCidrs !== undefined && !isSupported) {
    const expected =
      platform === 'eks'
        ? `natGateways of at least 1, or ${EVERY_ADDRESS}: without NAT gateways, the function that applies Kubernetes objects has no fixed address`
        : `no value with platform=${platform}: only stacks of platform=eks create an API endpoint`;
    problems.push({ path: 'apiCidrs', received: shown(apiCidrs), expected });
  }
  if (ecsExec === true && platform !== 'ecs') {
    problems.push({ path: 'ecsExec', received: 'true', expected: `no value with platform=${platform}: use kubectl exec` });
  }
  return problems;
}

function outsideOfClusters({ dataStores, entry, topology }: ResolvedOptions): Problem[] {
  const problems: Problem[] = [];
  if (dataStores !== undefined && (dataStores !== 'managed' || topology === 'single-host')) {
    const expected =
      topology === 'single-host'
        ? 'no value with topology=single-host: data stores run in containers'
        : 'managed with platform=ecs: StatefulSets and operators require platform=eks or platform=kubernetes';
    problems.push({ path: 'dataStores', received: shown(dataStores), expected });
  }
  if (entry !== undefined) {
    problems.push({ path: 'entry', received: shown(entry), expected: 'no value with platform=ecs: the stack has a load balancer' });
  }
  return problems;
}

function inClusters({ platform, compute, topology, dataStores, domain }: ResolvedOptions): Problem[] {
  const problems: Problem[] = [];
  if (topology !== 'managed') {
    problems.push({
      path: 'topology',
      received: shown(topology),
      expected: `managed with platform=${platform}: single-host requires platform=ecs`,
    });
  }
  if (compute !== 'ec2') {
    problems.push({ path: 'compute', received: shown(compute), expected: `ec2 with platform=${platform}: Fargate requires platform=ecs` });
  }
  if (platform === 'eks' && dataStores === 'operator') {
    problems.push({
      path: 'dataStores',
      received: shown(dataStores),
      expected: 'managed or statefulset with platform=eks: the stack installs no operators; platform=kubernetes supports them',
    });
  }
  if (platform === 'kubernetes' && dataStores === 'managed') {
    problems.push({
      path: 'dataStores',
      received: shown(dataStores),
      expected: 'statefulset or operator with platform=kubernetes: managed data stores require platform=eks',
    });
  }
  if (domain !== undefined) {
    problems.push({
      path: 'domain',
      received: shown(domain),
      expected: `no value with platform=${platform}: failover by Route 53 requires platform=ecs`,
    });
  }
  return problems;
}
