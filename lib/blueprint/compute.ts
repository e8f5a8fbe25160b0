import type { Options } from '../model/options';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';

/** Options with the platform of the system. */
export type PlatformOptions = Options & Required<Pick<Options, 'platform'>>;

/** The options with the platform of the option, of the definition, or `ecs`. */
export function withPlatform({ platform = 'ecs' }: Pick<System, 'platform'>, options: Options): PlatformOptions {
  return { ...options, platform: options.platform ?? platform };
}

/**
 * Compute of the services of a tier on ECS: that of the option, of the definition, or the one that the services of the tier can have.
 * Services without a node pool run on Fargate, because they have no instances. Other platforms and the single host have nodes.
 */
export function computeOf(
  { compute }: Pick<System, 'compute'>,
  { components }: Pick<Tier, 'components'>,
  options: PlatformOptions,
): NonNullable<Options['compute']> {
  if (options.compute !== undefined) return options.compute;
  if (options.platform !== 'ecs' || options.topology === 'single-host') return 'ec2';
  return compute ?? (hasNoPool(components) ? 'fargate' : 'ec2');
}

/** Whether no node pool runs any service. Services with GPUs do not count: they run on instances in any case. */
function hasNoPool(components: Tier['components']): boolean {
  const services = Object.entries(components).flatMap(([id, component]) =>
    component.kind === 'service' && component.gpus === 0 ? [id] : [],
  );
  const inPools = Object.values(components).flatMap((component) => (component.kind === 'node-pool' ? component.runs : []));
  return services.length > 0 && !services.some((id) => inPools.includes(id));
}
