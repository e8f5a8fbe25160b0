import { entriesOf, exists, isStream, pathKind, readText } from '../io/files';
import { MAX_MANIFEST_BYTES } from './limits';

const FILE = /\.(?:ya?ml|json)$/i;
/** Every object has it; in what else has it, such as a template with a manifest inside, it is not at the left edge or the first key. */
const OBJECT = /^(?:apiVersion|["']apiVersion["']|\{\s*"(?:apiVersion|kind)")\s*:/m;
const TEMPLATE = /^\s{0,4}["']?(?:AWSTemplateFormatVersion|Resources)["']?\s*:/m;

const ALLOWED = 'a template, a cdk.out folder, or a file or folder of Kubernetes manifests';
/** A template may be larger than a manifest: the reader of templates has the same limit. */
const TEMPLATE_OR_MANIFEST = { expected: ALLOWED, maxBytes: 50_000_000 };

/**
 * Whether a path is for the reader of manifests: a file with an object of Kubernetes, or a folder with such a file in
 * it that no CDK app wrote. Throws an InputError for what is neither a file nor a folder, or cannot be read.
 */
export function holdsManifests(path: string): boolean {
  if (!isStream(path) && !exists(path, ALLOWED)) return false;
  return pathKind(path, ALLOWED) === 'file' ? isManifest(path) : folderHoldsManifests(path, path);
}

function folderHoldsManifests(folder: string, top: string): boolean {
  const entries = entriesOf(folder, ALLOWED);
  if (entries.some(({ name }) => name === 'cdk.out' || name.endsWith('.template.json'))) return false;
  return entries.some(({ name, path, isFolder }) =>
    isFolder
      ? !name.startsWith('.') && name !== 'node_modules' && folderHoldsManifests(path, top)
      : FILE.test(name) && isManifest(path, top),
  );
}

function isManifest(path: string, inside?: string): boolean {
  const text = readText(path, `file ${path}`, { ...TEMPLATE_OR_MANIFEST, ...(inside !== undefined && { inside }) });
  return text.length <= MAX_MANIFEST_BYTES && OBJECT.test(text) && !TEMPLATE.test(text);
}
