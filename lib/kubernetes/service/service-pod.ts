import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { ResolvedService } from '../../blueprint/resolved-component';
import { GPU_RESOURCE } from '../../conventions/gpu-resource';
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

/** Size of `/tmp` in GiB for services without scratch space in the tier. */
const TMP_GIB = 1;

/** Pod spec of a service. `environment` is evaluated at synthesis, because dependencies add variables until then. */
export function servicePod(
  service: ResolvedService,
  { blueprint, images }: BuildContext,
  environment: Pick<k8s.Container, 'env' | 'envFrom'>,
): k8s.PodSpec {
  const { id, gpus, ports, scratchGib, worksOn } = service;
  const lifecycle = lifecycleOf(blueprint, service);
  const { nodeSelector, tolerations = [] } = placementIn(blueprint, service.pool);
  const isWorker = worksOn !== undefined && ports.length === 0;
  return {
    serviceAccountName: id,
    automountServiceAccountToken: false,
    // Without this, Kubernetes would set DATABASE_PORT and similar variables for a Service called `database`.
    enableServiceLinks: false,
    priorityClassName: priorityClassName(blueprint, isWorker ? 'worker' : 'service'),
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
    // The only writable path of the container. Its content is lost with the pod.
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: k8s.Quantity.fromString(gib(scratchGib > 0 ? scratchGib : TMP_GIB)) } }],
  };
}

/**
 * Requests and limits from the tier. The memory limit equals the request, as on ECS, so that a container cannot use the
 * memory of others. There is no CPU limit, because a limit throttles containers while CPU is idle.
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
