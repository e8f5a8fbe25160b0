import { gainedService, servicesWithGpus } from './gpu-services';
import type { ReferenceProblem } from './reference-problem';
import type { Tier } from './tier';

/** Problems of the services with GPUs of a tier, and of `gpu`, which has their model. */
export function gpuProblems(tier: Pick<Tier, 'components' | 'gpu'>): ReferenceProblem[] {
  return [...modelProblems(tier), ...gainedProblems(tier), ...poolProblems(tier)];
}

function modelProblems(tier: Pick<Tier, 'components' | 'gpu'>): ReferenceProblem[] {
  const ids = servicesWithGpus(tier);
  if (tier.gpu === undefined) {
    return ids.map((id) => ({
      path: ['components', id, 'gpus'],
      input: gpusOf(tier, id),
      message: '0, or the GPU model in gpu of the tier, such as gpu: { default: l4 }',
    }));
  }
  if (ids.length > 0 && tier.gpu.default === 'none') {
    return [{ path: ['gpu', 'default'], input: 'none', message: `a GPU model: gpus is above 0 in ${ids.join(', ')}` }];
  }
  if (ids.length > 0 || tier.gpu.service !== undefined) return [];
  const message = 'gpus above 0 of a service in components, or gpu.service';
  return [{ path: ['gpu'], input: tier.gpu, message, params: { reason: 'no service has GPUs' } }];
}

/** The service that the tier has only with a GPU. Without it, nothing reads its id and its callers. */
function gainedProblems(tier: Pick<Tier, 'components' | 'gpu'>): ReferenceProblem[] {
  const gained = gainedService(tier);
  if (tier.gpu === undefined) return [];
  if (gained === undefined) {
    return (['id', 'usedBy'] as const)
      .filter((key) => tier.gpu?.[key] !== undefined)
      .map((key) => ({
        path: ['gpu', key],
        input: tier.gpu?.[key],
        message: `gpu.service, or no ${key}`,
        params: { reason: 'there is no gpu.service' },
      }));
  }
  if (gained.service.gpus > 0) return [];
  return [{ path: ['gpu', 'service', 'gpus'], input: gained.service.gpus, message: 'the GPUs of one instance, at least 1' }];
}

/** Nodes with GPUs accept only pods that reserve GPUs, and tasks without a GPU would pay for one. */
function poolProblems(tier: Pick<Tier, 'components' | 'gpu'>): ReferenceProblem[] {
  const ids = servicesWithGpus(tier);
  return Object.entries(tier.components).flatMap(([pool, component]) => {
    if (component.kind !== 'node-pool' || !component.runs.some((id) => ids.includes(id))) return [];
    const others = component.runs.filter((id) => !ids.includes(id));
    if (others.length === 0) return [];
    const reason = `${others.join(', ')} without GPUs runs on the nodes of ${component.runs.filter((id) => ids.includes(id)).join(', ')}`;
    const message = 'a pool for the services without GPUs; services with GPUs need none';
    return [{ path: ['components', pool, 'runs'], input: component.runs, message, params: { reason } }];
  });
}

function gpusOf({ components }: Pick<Tier, 'components'>, id: string): number {
  const component = components[id];
  return component?.kind === 'service' ? component.gpus : 0;
}
