import type { ObjectAmount, ObjectProblem, StorageProblem } from '../scheduling/object-problem';

const AMOUNTS: Readonly<Record<ObjectAmount, string>> = {
  pods: 'number of pods',
  'requested-cpu-thousandths': 'requested CPU in thousandths',
  'requested-gpus': 'requested number of GPUs',
  'requested-memory-bytes': 'requested memory in bytes',
  'volume-size-gib': 'size of a volume in GiB',
  volumes: 'number of volumes',
};

/** Why the demand of a Kubernetes object, and so its price, is unknown. */
export function objectProblemText(problem: ObjectProblem): string {
  switch (problem.kind) {
    case 'of-part':
      return `${problem.part}: ${objectProblemText(problem.problem)}`;
    case 'no-containers':
      return 'it has no containers';
    case 'no-requests':
      return `container ${problem.container} requests no ${problem.resources.join(' and no ')}, so its needs are unknown`;
    case 'unknown-device':
      return `container ${problem.container} requests ${problem.resource}, which no known instance type has`;
    case 'device-claims':
      return 'it claims devices with resourceClaims, and the nodes that have them are unknown';
    case 'invalid-request':
      return `container ${problem.container} requests ${problem.value} of ${problem.resource}, not a ${problem.resource.includes('/') ? 'whole number' : 'quantity'} of at least 0`;
    case 'out-of-range':
      return `the ${AMOUNTS[problem.amount]} is ${problem.value}, which is not between 0 and ${problem.max.toLocaleString('en-US')}`;
    case 'size-not-offered':
      return `it requests a volume of ${problem.sizeGib.toLocaleString('en-US')} GiB, and ${problem.type} volumes have ${problem.least} to ${problem.most.toLocaleString('en-US')} GiB`;
    case 'not-whole':
      return `the ${AMOUNTS[problem.amount]} is ${problem.value}, not a whole number`;
    case 'load-balancer-of-operator':
      return 'it requires a Service of type LoadBalancer from its operator, and the load balancer is unknown';
    case 'fixed-node-count':
      return 'it keeps a fixed number of nodes, and only nodes that pods need are estimated';
    case 'no-size':
      return 'it has no size';
    case 'no-ingress-class':
      return 'it states no class, so its controller and the load balancer are unknown';
    case 'unknown-gateway-class':
      return `the load balancer that class ${problem.className} creates for a Gateway is unknown`;
    case 'unknown-load-balancer-class':
      return `the load balancer that class ${problem.className} creates for a Service is unknown`;
    case 'unknown-gateway-controller':
      return `the load balancer that ${problem.controller} creates for a Gateway is unknown`;
    case 'on-fargate':
      return 'it runs on Fargate, and only pods on nodes are estimated';
    case 'on-windows':
      return 'it runs on Windows, and the prices of Windows nodes are unknown';
    case 'missing-workload':
      return `it has the pod template of ${problem.name}, which is not among the manifests`;
    case 'unknown-kind':
      return 'the pods and volumes that this kind creates are unknown';
  }
}

/** Why the price of a volume is unknown. */
export function storageProblemText(problem: StorageProblem): string {
  switch (problem.kind) {
    case 'claim-without-size':
      return `claim ${problem.claim} has no size`;
    case 'volume-without-size':
      return `its volume ${problem.volume} has no size`;
    case 'class-without-iops':
      return `storage class ${problem.storageClass} states neither iops nor iopsPerGB, which ${problem.type} volumes need`;
    case 'unknown-provisioner':
      return `storage class ${problem.storageClass} uses ${problem.provisioner}, whose prices are unknown`;
    case 'unknown-driver':
      return `the prices of ${problem.driver ?? 'its volume type'} are unknown`;
  }
}
