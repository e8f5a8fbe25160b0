import { SINGLE_HOST_POOL } from '../model/component-ids';
import { gpuPoolsOf } from '../model/gpu-services';
import type { System } from '../model/system';

/**
 * Ids of node pools that other tiers or options of the system have and this form does not. Its stack has them without
 * instances, because CloudFormation removes a capacity provider before it moves the services, and ECS rejects the removal
 * of a capacity provider that services use.
 */
export function idlePools({ tiers }: System, components: Readonly<Record<string, unknown>>): readonly string[] {
  const all = tiers.flatMap((tier) => [
    ...Object.keys(tier.components).filter((id) => tier.components[id]?.kind === 'node-pool'),
    ...gpuPoolsOf(tier).keys(),
    ...(tier.singleHost ? [SINGLE_HOST_POOL] : []),
  ]);
  return [...new Set(all)].filter((id) => !Object.hasOwn(components, id)).sort();
}
