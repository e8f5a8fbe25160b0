import { shown } from '../../core/problems';
import { containerImages, imageReference } from '../images';
import type { Rule } from '../rule';

export const unpinnedImage: Rule = {
  id: 'unpinned-image',
  severity: 'error',
  description: 'an image without a tag, or with `latest`',
  fix: 'name a version, or a digest: a restart must not change what runs',
  *check(context) {
    for (const { object, path, image } of containerImages(context)) {
      const { tag, digest } = imageReference(image);
      if (digest === undefined && (tag === undefined || tag === 'latest')) {
        yield { object, path, received: shown(image), expected: 'an image with the tag of a version, or a digest' };
      }
    }
  },
};
