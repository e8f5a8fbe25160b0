import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { ResolvedService } from '../../blueprint/resolved-component';
import { PLACEHOLDER_IMAGE, placeholderCommand } from '../../conventions/placeholder';

/** Which image each service runs. */
export interface ContainerImages {
  /** Tag of the images in the services' own repositories; absent: services without an image run a placeholder. */
  readonly imageTag?: string;
  /** Image of a service by component id, from any registry; wins over the tag. */
  readonly images?: Readonly<Record<string, string>>;
}

export interface ServiceImage {
  readonly image: ecs.ContainerImage;
  /** Present only for the placeholder, which has to be told to answer on the service's ports. */
  readonly command?: string[];
}

const KEPT_IMAGES = 20;

/**
 * The repository of a service. It is made with the stack, so that there is a place to push to; until a tag is named
 * the service runs a placeholder that answers its health check, because a deployment of an empty repository fails.
 */
export function serviceRepository(scope: Construct): ecr.Repository {
  return new ecr.Repository(scope, 'Repository', {
    imageScanOnPush: true,
    lifecycleRules: [{ description: `the last ${KEPT_IMAGES} images`, maxImageCount: KEPT_IMAGES }],
  });
}

export function imageOf(service: ResolvedService, repository: ecr.Repository, { imageTag, images = {} }: ContainerImages): ServiceImage {
  const image = Object.hasOwn(images, service.id) ? images[service.id] : undefined;
  if (image !== undefined) return { image: ecs.ContainerImage.fromRegistry(image) };
  if (imageTag !== undefined) return { image: ecs.ContainerImage.fromEcrRepository(repository, imageTag) };
  return { image: ecs.ContainerImage.fromRegistry(PLACEHOLDER_IMAGE), command: placeholderCommand(service) };
}
