import type { Component } from '../model/component';
import type { GpuModel } from '../model/options';
import type { ResolvedOptions } from './blueprint';

/** GPU model of a component: its own, or that of the option `gpu`. Undefined without GPUs. */
export function gpuModelOf(component: Component | undefined, { gpu }: Pick<ResolvedOptions, 'gpu'>): GpuModel | undefined {
  if (component?.kind !== 'service' || component.gpus === 0) return undefined;
  return component.gpu ?? (gpu === 'none' ? undefined : gpu);
}

/** GPU models of components, each once. */
export function gpuModelsOf(components: readonly (Component | undefined)[], options: Pick<ResolvedOptions, 'gpu'>): GpuModel[] {
  return [...new Set(components.flatMap((component) => gpuModelOf(component, options) ?? []))];
}
