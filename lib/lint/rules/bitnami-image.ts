import { shown } from '../../core/problems';
import { containerImages, imageReference, otherImages } from '../images';
import type { Rule } from '../rule';

export const bitnamiImage: Rule = {
  id: 'bitnami-image',
  severity: 'warning',
  description: 'Container uses an image of the Bitnami catalog',
  fix: 'Use the image of the project itself. Since August 2025 Bitnami publishes free images as `latest` only, and its archive gets no updates',
  *check(context) {
    for (const { object, path, image } of [...containerImages(context), ...otherImages(context)]) {
      if (BITNAMI.test(imageReference(image).repository)) {
        yield { object, path, received: shown(image), expected: 'an image that the project publishes' };
      }
    }
  },
};

/** The Bitnami catalog, its frozen archive `bitnamilegacy`, and mirrors of both. Source: bitnami/containers#83267. */
const BITNAMI = /(?:^|\/)bitnami(?:legacy|secure)?\//;
