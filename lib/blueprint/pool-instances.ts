import type { Offer } from '../catalog/offer';
import { notOneOf, type Problem, shown } from '../core/problems';
import type { Component } from '../model/component';
import { type PoolInstances, poolInstancesOf } from '../model/options';
import type { ResolvedOptions } from './blueprint';
import { holdsData } from './form';

const PATH = 'poolInstances';

/** Problems of the `poolInstances` option: the platform, and the ids of the pools. */
export function poolInstancesProblems(
  { platform, compute, topology, poolInstances }: ResolvedOptions,
  components: Readonly<Record<string, Component>>,
): Problem[] {
  const entries = poolInstancesOf(poolInstances);
  if (entries.length === 0) return [];
  const pools = Object.entries(components).flatMap(([id, component]) =>
    component.kind === 'node-pool' && !holdsData(component, components) ? [id] : [],
  );
  if (platform !== 'ecs' || pools.length === 0) {
    const form = platform !== 'ecs' ? `platform=${platform}` : compute === 'fargate' ? 'compute=fargate' : `topology=${topology}`;
    return [{ path: PATH, received: shown(poolInstances), expected: `no value with ${form}: it has no node pools that services move on` }];
  }
  return entries.flatMap(({ pool }, index) => [
    ...(pools.includes(pool) ? [] : [notOneOf(PATH, pool, pools)]),
    ...(entries.findIndex((other) => other.pool === pool) < index
      ? [{ path: PATH, reason: `${pool} is given twice`, expected: 'one instance type and maximum' }]
      : []),
  ]);
}

/** Processors that the containers of a pool are built for. */
export interface RequiredProcessors {
  /** CPU architecture of the container images. */
  readonly architecture: Offer['architecture'];
  /** GPU model that the services of the pool use; absent without GPUs, which run on x86 processors. */
  readonly gpuModel?: string;
}

/** A requested instance type with other processors than the containers need. */
export function otherProcessorProblems(
  { pool, instanceType }: PoolInstances,
  { architecture, gpu }: Pick<Offer, 'architecture' | 'gpu'>,
  required: RequiredProcessors,
): Problem[] {
  if (required.gpuModel !== gpu?.model) {
    const expected =
      required.gpuModel === undefined ? `a type without GPUs for ${pool}` : `a type with GPU ${required.gpuModel} for ${pool}`;
    return [{ path: PATH, received: shown(instanceType), expected }];
  }
  if (required.gpuModel !== undefined || architecture === required.architecture) return [];
  return [{ path: PATH, received: shown(instanceType), expected: `a type with ${required.architecture} processors for ${pool}` }];
}
