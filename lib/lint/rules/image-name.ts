import { shown } from '../../core/problems';
import { containerImages } from '../images';
import type { Rule } from '../rule';

export const imageName: Rule = {
  id: 'image-name',
  severity: 'error',
  description: 'Image name is invalid',
  fix: 'Write the repository in lower case, without spaces and without a protocol. Otherwise no node can pull the image',
  citation: 'https://github.com/distribution/reference/blob/v0.6.0/regexp.go',
  *check(context) {
    for (const { object, path, image } of containerImages(context)) {
      // The tool ko replaces these by the images that it builds.
      if (!image.startsWith('ko://') && !isImageName(image)) yield { object, path, received: shown(image), expected: EXPECTED };
    }
  },
};

const EXPECTED = 'a name such as images.example.com/team/web:1.2, with a repository in lower case';

/** The grammar of `reference.Parse`. */
function isImageName(image: string): boolean {
  const [name = '', digest, ...more] = image.split('@');
  if (more.length > 0 || (digest !== undefined && !DIGEST.test(digest))) return false;
  const slash = name.lastIndexOf('/');
  const colon = name.indexOf(':', slash + 1);
  if (colon >= 0 && !TAG.test(name.slice(colon + 1))) return false;
  const [first = '', ...rest] = (colon < 0 ? name : name.slice(0, colon)).split('/');
  // As in `splitDockerDomain`, the first part of several is a registry if it is no path.
  const isRegistry = rest.length > 0 && (/[.:A-Z]/.test(first) || first === 'localhost');
  if (isRegistry && !REGISTRY.test(first)) return false;
  return (isRegistry ? rest : [first, ...rest]).every((part) => PART.test(part));
}

const REGISTRY = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const PART = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9+._-]*:[0-9a-fA-F]{32,}$/;
