import { blueprintFor } from '../../lib/answers/blueprint-for';
import { manifestsOf } from '../../lib/kubernetes/manifests/manifests';
import type { ManifestObject } from '../../lib/manifests/manifest-object';
import { parseManifests } from '../../lib/manifests/read-manifests';

const objectsByRequest = new Map<string, readonly ManifestObject[]>();

/** The objects of a request's manifests, read back from their text. Synthesized once for each request: tests only read them. */
export function objectsFor(request: Readonly<Record<string, string>>): readonly ManifestObject[] {
  const key = JSON.stringify(request);
  const objects = objectsByRequest.get(key) ?? synthesizedFor(request);
  objectsByRequest.set(key, objects);
  return objects;
}

function synthesizedFor(request: Readonly<Record<string, string>>): ManifestObject[] {
  const { files } = manifestsOf(blueprintFor({ platform: 'kubernetes', ...request }));
  return files.flatMap(({ path, text }) => parseManifests(text, path));
}

/** The one object of a kind and name. */
export function objectOf(objects: readonly ManifestObject[], kind: string, name: string): ManifestObject {
  const found = objects.find((object) => object.kind === kind && object.name === name);
  if (found === undefined)
    throw new Error(`there is no ${kind} ${name} among ${objects.map((each) => `${each.kind} ${each.name}`).join()}`);
  return found;
}

/** The files of a ConfigMap. */
export function configMap(objects: readonly ManifestObject[], name: string): Readonly<Record<string, string>> {
  return (objectOf(objects, 'ConfigMap', name).raw as { readonly data: Readonly<Record<string, string>> }).data;
}
