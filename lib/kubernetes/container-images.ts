import type { ResolvedService } from '../blueprint/resolved-component';
import { PLACEHOLDER_IMAGE, placeholderCommand } from '../conventions/placeholder';

/** Container images of the services. */
export interface ContainerImages {
  /**
   * Repository prefix, such as `123456789012.dkr.ecr.us-east-1.amazonaws.com/aiva-dev`: images are
   * `<registry>/<service>:<tag>`. Default: none.
   */
  readonly registry?: string;
  /** Tag of the images in the registry. Default: services without an image run a placeholder. */
  readonly imageTag?: string;
  /** Image of a service by component id, from any registry. Takes precedence over `registry` and `imageTag`. */
  readonly images?: Readonly<Record<string, string>>;
}

/** The image of a service. */
export interface ServiceImage {
  /** Image reference. */
  readonly image: string;
  /** Command of the placeholder image, which makes it listen on the ports of the service. Absent for all other images. */
  readonly command?: string[];
}

/** The image of a service, or the placeholder when none is set. */
export function imageOf(service: ResolvedService, { registry, imageTag, images = {} }: ContainerImages): ServiceImage {
  const image = Object.hasOwn(images, service.id) ? images[service.id] : undefined;
  if (image !== undefined) return { image };
  if (registry !== undefined && imageTag !== undefined) return { image: `${registry}/${service.id}:${imageTag}` };
  return { image: PLACEHOLDER_IMAGE, command: placeholderCommand(service) };
}
