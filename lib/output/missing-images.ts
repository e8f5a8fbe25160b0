import type { MissingImages } from '../answers/service-images';

/** The error of a stack whose services have no image. */
export function missingImagesText({ services, placeholderTag }: MissingImages): string {
  return `No image for ${services.join(', ')}. Set imageTag to a tag such as 1.4.2, set an image of each service in images, or set imageTag to '${placeholderTag}' for a stack that runs no image yet.`;
}
