import { type Problem, shown } from '../core/problems';
import { ImageTag } from '../model/environment-file';

/** The problem of an image tag that registries do not accept; none without a tag. */
export function imageTagProblems(imageTag: unknown): Problem[] {
  if (imageTag === undefined || ImageTag.safeParse(imageTag).success) return [];
  return [{ path: 'imageTag', received: shown(imageTag), expected: 'a tag of a container image, such as 1.4.2' }];
}
