import { blueprintFor } from '../../lib/answers/blueprint-for';
import { manifestsOf } from '../../lib/kubernetes/manifests/manifests';
import type { ManifestObject } from '../../lib/manifests/manifest-object';
import { parseManifests } from '../../lib/manifests/read-manifests';

/** The objects of a request's manifests, read back from their text. */
export function objectsFor(request: Readonly<Record<string, string>>): ManifestObject[] {
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
