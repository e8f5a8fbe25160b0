import { type Problem, shown } from '../core/problems';
import { gainedService, servicesWithGpus } from '../model/gpu-services';
import type { Tier } from '../model/tier';

/** Problems of the services with GPUs of a tier, and of `gpu`, which has their model. */
export function gpuProblems(tier: Tier): Problem[] {
  return [...modelProblems(tier), ...gainedProblems(tier), ...poolProblems(tier)];
}

function modelProblems(tier: Tier): Problem[] {
  const ids = servicesWithGpus(tier);
  if (tier.gpu === undefined) {
    return ids.map((id) => ({
      path: `components.${id}.gpus`,
      received: shown(gpusOf(tier, id)),
      expected: '0, or the GPU model in gpu of the tier, such as gpu: { default: l4 }',
    }));
  }
  if (ids.length > 0 && tier.gpu.default === 'none') {
    return [{ path: 'gpu.default', received: shown('none'), expected: `a GPU model: gpus is above 0 in ${ids.join(', ')}` }];
  }
  if (ids.length > 0 || tier.gpu.service !== undefined) return [];
  return [{ path: 'gpu', reason: 'no service has GPUs', expected: 'gpus above 0 of a service in components, or gpu.service' }];
}

/** The service that the tier has only with a GPU. Without it, nothing reads its id and its callers. */
function gainedProblems(tier: Tier): Problem[] {
  const gained = gainedService(tier);
  if (tier.gpu === undefined) return [];
  if (gained === undefined) {
    return (['id', 'usedBy'] as const)
      .filter((key) => tier.gpu?.[key] !== undefined)
      .map((key) => ({ path: `gpu.${key}`, reason: 'there is no gpu.service', expected: `gpu.service, or no ${key}` }));
  }
  if (gained.service.gpus > 0) return [];
  return [{ path: 'gpu.service.gpus', received: shown(gained.service.gpus), expected: 'the GPUs of one instance, at least 1' }];
}

/** Nodes with GPUs accept only pods that reserve GPUs, and tasks without a GPU would pay for one. */
function poolProblems(tier: Tier): Problem[] {
  const ids = servicesWithGpus(tier);
  return Object.entries(tier.components).flatMap(([pool, component]) => {
    if (component.kind !== 'node-pool' || !component.runs.some((id) => ids.includes(id))) return [];
    const others = component.runs.filter((id) => !ids.includes(id));
    return others.length === 0
      ? []
      : [
          {
            path: `components.${pool}.runs`,
            reason: `${others.join(', ')} without GPUs runs on the nodes of ${component.runs.filter((id) => ids.includes(id)).join(', ')}`,
            expected: 'a pool for the services without GPUs; services with GPUs need none',
          },
        ];
  });
}

function gpusOf({ components }: Tier, id: string): number {
  const component = components[id];
  return component?.kind === 'service' ? component.gpus : 0;
}
