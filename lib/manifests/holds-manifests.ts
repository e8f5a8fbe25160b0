import { entriesOf, exists, isStream, pathKind, readText } from '../io/files';
import { MAX_MANIFEST_BYTES } from './limits';
import { isManifestText } from './text-kinds';

const FILE = /\.(?:ya?ml|json)$/i;

const EXPECTED_PATH = 'a template, a cdk.out folder, or a file or folder of Kubernetes manifests';
/** Templates may be larger than manifests; this is the limit of templates. */
const TEMPLATE_OR_MANIFEST = { expected: EXPECTED_PATH, maxBytes: 50_000_000 };

/**
 * Whether a path contains Kubernetes manifests: a file with an object, or a folder with such a file that is not a cloud
 * assembly. Throws an InputError when it is neither a file nor a folder, or cannot be read.
 */
export function holdsManifests(path: string): boolean {
  if (!isStream(path) && !exists(path, EXPECTED_PATH)) return false;
  return pathKind(path, EXPECTED_PATH) === 'file' ? isManifest(path) : folderHoldsManifests(path, path);
}

function folderHoldsManifests(folder: string, top: string): boolean {
  const entries = entriesOf(folder, EXPECTED_PATH);
  if (entries.some(({ name }) => name === 'cdk.out' || name.endsWith('.template.json'))) return false;
  return entries.some(({ name, path, isFolder }) =>
    isFolder
      ? !name.startsWith('.') && name !== 'node_modules' && folderHoldsManifests(path, top)
      : FILE.test(name) && isManifest(path, top),
  );
}

function isManifest(path: string, inside?: string): boolean {
  const text = readText(path, `file ${path}`, { ...TEMPLATE_OR_MANIFEST, ...(inside !== undefined && { inside }) });
  return text.length <= MAX_MANIFEST_BYTES && isManifestText(text);
}
