import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../source';
import { MAX_MANIFEST_BYTES } from './limits';

const FILE = /\.(?:ya?ml|json)$/i;
/** Every object has it; in what else has it, such as a template with a manifest inside, it is not at the left edge or the first key. */
const OBJECT = /^(?:apiVersion|["']apiVersion["']|\{\s*"(?:apiVersion|kind)")\s*:/m;
const TEMPLATE = /^\s{0,4}["']?(?:AWSTemplateFormatVersion|Resources)["']?\s*:/m;

/**
 * Whether a path is for the reader of manifests: a file with an object of Kubernetes, or a folder with such a file in
 * it that no CDK app wrote. What can't be read is left for the reader of templates to complain about.
 */
export function holdsManifests(path: string): boolean {
  if (!existsSync(path)) return false;
  const stats = statSync(path);
  if (stats.isFile()) return isManifest(path);
  if (!stats.isDirectory()) return false;
  const files = readdirSync(path, { withFileTypes: true });
  if (files.some(({ name }) => name === 'cdk.out' || name.endsWith('.template.json'))) return false;
  return files.some((entry) =>
    entry.isDirectory()
      ? !entry.name.startsWith('.') && entry.name !== 'node_modules' && holdsManifests(join(path, entry.name))
      : FILE.test(entry.name) && isManifest(join(path, entry.name)),
  );
}

function isManifest(path: string): boolean {
  if (statSync(path).size > MAX_MANIFEST_BYTES) return false;
  const text = readText(path, path, { allowed: 'a file', maxBytes: MAX_MANIFEST_BYTES });
  return OBJECT.test(text) && !TEMPLATE.test(text);
}
