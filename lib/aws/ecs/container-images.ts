import { RemovalPolicy } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { ResolvedService } from '../../blueprint/resolved-component';
import { PLACEHOLDER_IMAGE, PLACEHOLDER_TAG, placeholderCommand } from '../../conventions/placeholder';

/** Images of services. */
export interface ContainerImages {
  /**
   * Tag of the images in the ECR repositories of the services, or `placeholder` for an image that only answers health checks.
   * Default: services without an image run the placeholder.
   */
  readonly imageTag?: string;
  /** Images by component id, from any registry; they take precedence over `imageTag`. */
  readonly images?: Readonly<Record<string, string>>;
}

/** The image of a service, with the command that it needs. */
interface ServiceImage {
  /** The image. */
  readonly image: ecs.ContainerImage;
  /** Command of the placeholder, which makes it answer on the ports of the service. Absent for other images. */
  readonly command?: string[];
}

const RETAINED_IMAGES = 20;

/**
 * The ECR repository of a service. It is part of the stack, so that images can be pushed before the first release. Until
 * `imageTag` is set, the service runs a placeholder that answers health checks, because a deployment without an image fails.
 * Tags are immutable: a tag cannot be moved to another image, so a task that is replaced runs the image that was deployed, and
 * a rollback runs the previous one.
 */
export function serviceRepository(scope: Construct): ecr.Repository {
  return new ecr.Repository(scope, 'Repository', {
    imageScanOnPush: true,
    imageTagMutability: ecr.TagMutability.IMMUTABLE,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    lifecycleRules: [{ description: `the last ${RETAINED_IMAGES} images`, maxImageCount: RETAINED_IMAGES }],
  });
}

/** The image of a service: from `images`, from its repository, or the placeholder. */
export function imageOf(service: ResolvedService, repository: ecr.Repository, { imageTag, images = {} }: ContainerImages): ServiceImage {
  const image = Object.hasOwn(images, service.id) ? images[service.id] : undefined;
  if (image !== undefined) return { image: ecs.ContainerImage.fromRegistry(image) };
  if (imageTag !== undefined && imageTag !== PLACEHOLDER_TAG) return { image: ecs.ContainerImage.fromEcrRepository(repository, imageTag) };
  return { image: ecs.ContainerImage.fromRegistry(PLACEHOLDER_IMAGE), command: placeholderCommand(service) };
}
