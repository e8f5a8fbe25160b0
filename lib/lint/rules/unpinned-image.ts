import { shown } from '../../core/problems';
import { containerImages, imageReference } from '../images';
import type { Rule } from '../rule';

export const unpinnedImage: Rule = {
  id: 'unpinned-image',
  severity: 'warning',
  description: 'Image has no tag, or the tag latest',
  fix: 'Use the tag of a version, or a digest, so that a restart does not change the image',
  *check(context) {
    for (const { object, path, image } of containerImages(context)) {
      const { tag, digest } = imageReference(image);
      if (digest === undefined && (tag === undefined || tag === 'latest')) {
        yield { object, path, received: shown(image), expected: 'an image with the tag of a version, or a digest' };
      }
    }
  },
};
