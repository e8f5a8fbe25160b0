import { gainedService, ownGpuOf, servicesWithGpus, servicesWithTierGpu } from './gpu-services';
import type { ReferenceProblem } from './reference-problem';
import type { Tier } from './tier';

/** Problems of the services with GPUs of a tier, and of `gpu`, which has their model. */
export function gpuProblems(tier: Pick<Tier, 'components' | 'gpu'>): ReferenceProblem[] {
  return [...modelProblems(tier), ...ownModelProblems(tier), ...gainedProblems(tier), ...poolProblems(tier)];
}

function modelProblems(tier: Pick<Tier, 'components' | 'gpu'>): ReferenceProblem[] {
  const ids = servicesWithTierGpu(tier);
  if (tier.gpu === undefined) {
    return ids.map((id) => ({
      path: ['components', id, 'gpus'],
      input: gpusOf(tier, id),
      message: '0, or the GPU model in gpu of the service, such as gpu: l4, or in gpu of the tier, such as gpu: { default: l4 }',
    }));
  }
  if (ids.length > 0 && tier.gpu.default === 'none') {
    return [{ path: ['gpu', 'default'], input: 'none', message: `a GPU model: gpus is above 0 in ${ids.join(', ')}` }];
  }
  if (ids.length > 0 || tier.gpu.service !== undefined) return [];
  const own = servicesWithGpus(tier);
  const reason =
    own.length === 0 ? 'no service has GPUs' : `${own.join(', ')} with GPUs ${own.length === 1 ? 'has its' : 'have their'} own model`;
  const message = `${own.length === 0 ? 'gpus above 0 of a service in components' : 'a service in components with gpus and without a model'}, or gpu.service`;
  return [{ path: ['gpu'], input: tier.gpu, message, params: { reason } }];
}

/** A model without GPUs has no effect, and the service that the option `gpu` adds has the model of the option. */
function ownModelProblems(tier: Pick<Tier, 'components' | 'gpu'>): ReferenceProblem[] {
  const gained = tier.gpu?.service?.gpu;
  return [
    ...Object.entries(tier.components).flatMap(([id, component]) =>
      component.kind === 'service' && component.gpu !== undefined && component.gpus === 0
        ? [
            {
              path: ['components', id, 'gpu'],
              input: component.gpu,
              message: 'gpus of at least 1, or no gpu',
              params: { reason: `${id} has no gpus` },
            },
          ]
        : [],
    ),
    ...(gained === undefined ? [] : [{ path: ['gpu', 'service', 'gpu'], input: gained, message: 'no value: its model is gpu.default' }]),
  ];
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
    if (others.length === 0) return modelsOfPool(pool, component.runs, tier);
    const reason = `${others.join(', ')} without GPUs runs on the nodes of ${component.runs.filter((id) => ids.includes(id)).join(', ')}`;
    const message = 'a pool for the services without GPUs; services with GPUs need none';
    return [{ path: ['components', pool, 'runs'], input: component.runs, message, params: { reason } }];
  });
}

/** The nodes of a pool have one GPU model. */
function modelsOfPool(pool: string, runs: readonly string[], tier: Pick<Tier, 'components'>): ReferenceProblem[] {
  const models = [...new Set(runs.map((id) => ownGpuOf(tier, id) ?? 'gpu.default'))];
  if (models.length === 1) return [];
  const message = 'services of one GPU model';
  return [{ path: ['components', pool, 'runs'], input: runs, message, params: { reason: `they need ${models.join(' and ')}` } }];
}

function gpusOf({ components }: Pick<Tier, 'components'>, id: string): number {
  const component = components[id];
  return component?.kind === 'service' ? component.gpus : 0;
}
