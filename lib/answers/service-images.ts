import type { Blueprint } from '../blueprint/blueprint';
import { PLACEHOLDER_TAG } from '../conventions/placeholder';
import { type Problem, unknownKey } from '../core/problems';
import { gainedService } from '../model/gpu-services';
import type { System } from '../model/system';
import type { DeploymentWarning } from './answer-warning';

/** The images of a deployment. */
interface Images {
  /** Tag of the images of all services. */
  readonly imageTag?: string | undefined;
  /** Images by service. */
  readonly images?: Readonly<Record<string, string>> | undefined;
}

/** Ids of the services that have neither an image nor a tag, in the order of the tier: they run a placeholder. */
function servicesWithoutImage({ components }: Blueprint, { imageTag, images = {} }: Images): string[] {
  if (imageTag !== undefined && imageTag !== PLACEHOLDER_TAG) return [];
  return Object.values(components).flatMap(({ kind, id }) => (kind === 'service' && !Object.hasOwn(images, id) ? [id] : []));
}

/** Ids of the services that nothing names an image for: not even the placeholder is requested. */
export function servicesWithoutRequest(blueprint: Blueprint, images: Images): string[] {
  return images.imageTag === undefined ? servicesWithoutImage(blueprint, images) : [];
}

/** A problem if services have no image and no placeholder is requested. `file` is the file of the environment. */
export function missingImageProblems(blueprint: Blueprint, images: Images, file: string): Problem[] {
  const services = servicesWithoutRequest(blueprint, images);
  if (services.length === 0) return [];
  return [
    {
      path: '-c imageTag',
      reason: `no image for ${services.join(', ')}`,
      expected: `a tag in ${file} ("imageTag": "1.4.2") or in -c imageTag=1.4.2, an image of each service in "images" of the file, or -c imageTag=${PLACEHOLDER_TAG} for a stack that runs no image yet`,
    },
  ];
}

/** Services of a deployment that have no image and no placeholder. */
export interface MissingImages {
  /** Their ids, in the order of the tier. */
  readonly services: readonly string[];
  /** The tag that requests the placeholder. */
  readonly placeholderTag: string;
}

/** The services of a stack in an app of a user if they have no image and no placeholder is requested; undefined if none lacks one. */
export function missingImagesOf(blueprint: Blueprint, images: Images): MissingImages | undefined {
  const services = servicesWithoutRequest(blueprint, images);
  return services.length === 0 ? undefined : { services, placeholderTag: PLACEHOLDER_TAG };
}

/**
 * The services of a tier if they have no image and no placeholder is requested; undefined if none lacks one. `components` are the
 * ids of the components that the tier has with its options.
 */
export function missingImagesOfTier(
  tier: System['tiers'][number],
  components: readonly string[],
  { imageTag, images = {} }: Images,
): MissingImages | undefined {
  if (imageTag !== undefined) return undefined;
  const services = servicesOf(tier).filter((id) => components.includes(id) && !Object.hasOwn(images, id));
  return services.length === 0 ? undefined : { services, placeholderTag: PLACEHOLDER_TAG };
}

/** A warning that names the services that run the placeholder. */
export function placeholderWarnings(blueprint: Blueprint, images: Images): DeploymentWarning[] {
  const services = servicesWithoutImage(blueprint, images);
  return services.length === 0 ? [] : [{ kind: 'placeholder-images', services }];
}

/** A problem for each image of a service that no tier of the system has. */
export function unknownImageProblems({ tiers }: Pick<System, 'tiers'>, { images = {} }: Images): Problem[] {
  const services = [...new Set(tiers.flatMap(servicesOf))];
  return Object.keys(images).flatMap((id) => (services.includes(id) ? [] : [unknownKey(`images.${id}`, id, services)]));
}

/** Ids of the services of a tier, also of the one that it has only with a GPU. */
export function servicesOf(tier: System['tiers'][number]): string[] {
  const own = Object.entries(tier.components).flatMap(([id, { kind }]) => (kind === 'service' ? [id] : []));
  const gained = gainedService(tier);
  return gained === undefined ? own : [...own, gained.id];
}
