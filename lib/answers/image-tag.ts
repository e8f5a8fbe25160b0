import { type Problem, shown } from '../core/problems';

/** Source: distribution/reference, grammar of `tag`. */
const IMAGE_TAG = /^\w[\w.-]{0,127}$/;

/** The problem of an image tag that registries do not accept; none without a tag. */
export function imageTagProblems(imageTag: unknown): Problem[] {
  if (imageTag === undefined || IMAGE_TAG.test(String(imageTag))) return [];
  return [{ path: 'imageTag', received: shown(imageTag), expected: 'a tag of a container image, such as 1.4.2' }];
}
