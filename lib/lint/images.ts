import { isPlainObject } from '../core/plain-object';
import type { ManifestObject, Path } from '../manifests/manifest-object';
import { stringAt } from '../manifests/values';
import type { LintContext } from './lint-context';

/** An image in a manifest. */
export interface ImageUse {
  /** The object with the image. */
  readonly object: ManifestObject;
  /** Path of the image. */
  readonly path: Path;
  /** The image as it is written. */
  readonly image: string;
}

/** Images of containers. */
export function containerImages(context: LintContext): readonly ImageUse[] {
  return context.workloads.flatMap(({ object, containers }) =>
    containers.flatMap(({ value, path }) => {
      const image = stringAt(value, 'image');
      return image === undefined || image === '' ? [] : [{ object, path: [...path, 'image'], image }];
    }),
  );
}

/** Images in custom resources, at any path. */
export function otherImages(context: LintContext): readonly ImageUse[] {
  const workloads = new Set(context.workloads.map(({ object }) => object));
  return context.objects
    .filter((object) => !workloads.has(object) && object.group.includes('.'))
    .flatMap((object) => imagesIn(object.raw, []).map(({ path, image }) => ({ object, path, image })));
}

function imagesIn(value: unknown, path: Path): readonly { readonly path: Path; readonly image: string }[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => imagesIn(item, [...path, index]));
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    (key === 'image' || key === 'imageName') && typeof item === 'string'
      ? [{ path: [...path, key], image: item }]
      : imagesIn(item, [...path, key]),
  );
}

/** The parts of an image name. */
export interface ImageReference {
  /** Without tag and digest: `docker.io/bitnami/redis`. */
  readonly repository: string;
  /** Tag, such as `1.2`. Absent for an image without a tag. */
  readonly tag?: string;
  /** Digest, such as `sha256:…`. Absent for an image without a digest. */
  readonly digest?: string;
}

/** Parses an image such as `registry:5000/team/web:1.2@sha256:…`: the tag follows a colon after the last slash. */
export function imageReference(image: string): ImageReference {
  const [name = '', digest] = image.split('@');
  const slash = name.lastIndexOf('/');
  const colon = name.indexOf(':', slash + 1);
  const tag = colon < 0 ? undefined : name.slice(colon + 1);
  return {
    repository: colon < 0 ? name : name.slice(0, colon),
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}
