import type { ResolvedService } from '../blueprint/resolved-component';
import { PLACEHOLDER_IMAGE, placeholderCommand } from '../conventions/placeholder';

/** Which image each service runs. */
export interface ContainerImages {
  /** Where images are, such as `123456789012.dkr.ecr.us-east-1.amazonaws.com/aiva-dev`: `<registry>/<service>:<tag>`. */
  readonly registry?: string;
  /** Tag of the images in the registry; absent: services without an image run a placeholder. */
  readonly imageTag?: string;
  /** Image of a service by component id, from any registry; wins over the tag. */
  readonly images?: Readonly<Record<string, string>>;
}

/** The image of a service. */
export interface ServiceImage {
  /** Image reference. */
  readonly image: string;
  /** Present only for the placeholder, which has to be told to answer on the service's ports. */
  readonly command?: string[];
}

/** The image of a service, or the placeholder when none is set. */
export function imageOf(service: ResolvedService, { registry, imageTag, images = {} }: ContainerImages): ServiceImage {
  const image = Object.hasOwn(images, service.id) ? images[service.id] : undefined;
  if (image !== undefined) return { image };
  if (registry !== undefined && imageTag !== undefined) return { image: `${registry}/${service.id}:${imageTag}` };
  return { image: PLACEHOLDER_IMAGE, command: placeholderCommand(service) };
}
