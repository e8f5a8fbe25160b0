import type { MissingImages } from '../answers/service-images';

/** The error of a service construct without an image. */
export function missingImageText(id: string): string {
  return `No image for ${id}. Set imageTag to a tag such as 1.4.2, set image, or set imageTag to 'placeholder' for a service that runs no image yet.`;
}

/** The error of a stack whose services have no image. */
export function missingImagesText({ services, placeholderTag }: MissingImages): string {
  return `No image for ${services.join(', ')}. Set imageTag to a tag such as 1.4.2, set an image of each service in images, or set imageTag to '${placeholderTag}' for a stack that runs no image yet.`;
}
