import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { ResolvedService } from '../../blueprint/resolved-component';
import type { BuildContext } from '../build-context';
import { imageOf } from '../container-images';
import { selectorOf } from '../labels';
import { gib, mib, requestedCpu } from '../quantities';
import { restrictedContainer, restrictedPod } from '../security';
import { lifecycleOf } from './lifecycle';
import { placementIn } from './placement';
import { priorityClassName } from './priority';
import { probesOf } from './probes';
import { containerPorts } from './service-ports';
import { spreadOver } from './spread';

/** The extended resource that NVIDIA's device plugin offers, and the taint that machines with GPUs carry. */
const GPU_RESOURCE = 'nvidia.com/gpu';

/** What `/tmp` may hold where the tier says nothing. GiB. */
const TMP_GIB = 1;

/** The pod of a service. Its environment is added by what it uses, until the chart is rendered. */
export function servicePod(
  service: ResolvedService,
  { blueprint, images }: BuildContext,
  environment: Pick<k8s.Container, 'env' | 'envFrom'>,
): k8s.PodSpec {
  const { id, gpus, ports, scratchGib, worksOn } = service;
  const lifecycle = lifecycleOf(blueprint, service);
  const { nodeSelector, tolerations = [] } = placementIn(blueprint, service.pool);
  const works = worksOn !== undefined && ports.length === 0;
  return {
    serviceAccountName: id,
    automountServiceAccountToken: false,
    // Variables such as DATABASE_PORT would otherwise be those that Kubernetes makes for a Service called database.
    enableServiceLinks: false,
    priorityClassName: priorityClassName(blueprint, works ? 'worker' : 'service'),
    ...lifecycle.pod,
    securityContext: restrictedPod(),
    ...(nodeSelector === undefined ? {} : { nodeSelector }),
    tolerations: gpus === 0 ? tolerations : [...tolerations, { key: GPU_RESOURCE, operator: 'Exists', effect: 'NoSchedule' }],
    topologySpreadConstraints: spreadOver(selectorOf(blueprint, id), { strict: blueprint.options.highAvailability && gpus === 0 }),
    containers: [
      {
        name: id,
        ...imageOf(service, images),
        ...(ports.length === 0 ? {} : { ports: containerPorts(ports) }),
        ...environment,
        resources: resourcesOf(service),
        securityContext: restrictedContainer(),
        ...probesOf(service),
        ...lifecycle.container,
        volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
      },
    ],
    // The only place that a container can write to, and gone with the pod.
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: k8s.Quantity.fromString(gib(scratchGib > 0 ? scratchGib : TMP_GIB)) } }],
  };
}

/**
 * What the tier asks for. Memory is the limit too, as on ECS: a container that takes more takes it from others. Processors
 * have no limit: a limit throttles who could have had what nobody uses.
 */
function resourcesOf({ vcpu, memoryMib, gpus, scratchGib }: ResolvedService): k8s.ResourceRequirements {
  const memory = k8s.Quantity.fromString(mib(memoryMib));
  const gpu: Record<string, k8s.Quantity> = gpus === 0 ? {} : { [GPU_RESOURCE]: k8s.Quantity.fromNumber(gpus) };
  return {
    requests: {
      cpu: k8s.Quantity.fromString(requestedCpu(vcpu)),
      memory,
      ...(scratchGib > 0 ? { 'ephemeral-storage': k8s.Quantity.fromString(gib(scratchGib)) } : {}),
      ...gpu,
    },
    limits: { memory, ...gpu },
  };
}
