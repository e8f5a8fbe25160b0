import type { System } from '../model/system';
import { GPU_POOL, SINGLE_HOST_POOL } from './form';

/**
 * Node pools that another tier or another choice of options has and this form of the system has not, by id. Its stack
 * keeps them without machines: ECS lets no cluster give up a capacity provider that services still use, and
 * CloudFormation would take it away before it moves the services.
 */
export function idlePools({ tiers }: System, components: Readonly<Record<string, unknown>>): readonly string[] {
  const all = tiers.flatMap((tier) => [
    ...Object.keys(tier.components).filter((id) => tier.components[id]?.kind === 'node-pool'),
    ...(tier.gpu === undefined ? [] : [GPU_POOL]),
    ...(tier.singleHost ? [SINGLE_HOST_POOL] : []),
  ]);
  return [...new Set(all)].filter((id) => !Object.hasOwn(components, id)).sort();
}
