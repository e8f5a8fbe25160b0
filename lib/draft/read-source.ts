import { join } from 'node:path';
import { isPlainObject } from '../core/plain-object';
import { InputError, PATH_SUBJECT } from '../core/problems';
import { entriesOf, exists, pathKind, readText } from '../io/files';
import { parseConfig } from '../io/yaml/parse-config';
import { holdsManifests } from '../manifests/holds-manifests';
import { isKustomizationFile, resourcesIn } from '../manifests/kustomizations';
import { readCloudformation } from './cloudformation/read-cloudformation';
import { readCompose } from './compose/read-compose';
import { readKubernetes } from './kubernetes/read-kubernetes';
import type { ReadSource } from './part';
import { readScore } from './score/read-score';

/** The sources that a first definition is read from. */
const EXPECTED_SOURCE =
  'a Compose file, a Score file, a CloudFormation template or cdk.out folder, or a file or folder of Kubernetes manifests';

/** Names of Compose files, in the order in which Docker Compose looks for them. */
const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const MAX_BYTES = 50_000_000;

/** The key `services` or `include` at the top of a Compose file in YAML. */
const COMPOSE = /^["']?(?:services|include)["']?[ \t]*:/;
/** Text before a key in JSON. */
const BEFORE_KEY = /^[\s{]+/;

/** A Compose file has `services` or `include` as a key at its top. */
function isCompose(text: string): boolean {
  const keys = keyLinesOf(text);
  if (keys !== undefined) return keys.some((line) => COMPOSE.test(line));
  return text.split('\n').some((line) => COMPOSE.test(line) || /^"(?:services|include)"/.test(line.replace(BEFORE_KEY, '')));
}

/** The key `apiVersion` of a Score file, in YAML or JSON. */
const SCORE = /^["']?apiVersion["']?[ \t]*:[ \t]*["']?score\.dev\//;
const YAML_OR_JSON = /\.(?:ya?ml|json)$/i;

/** The section `Resources` at the top of a CloudFormation template, in YAML or JSON. */
const TEMPLATE = /^["']?(?:AWSTemplateFormatVersion|Resources)["']?[ \t]*:/;
/** File that every cdk.out folder has. */
const CLOUD_ASSEMBLY = 'manifest.json';
/** File that every Helm chart has. */
const HELM_CHART = 'Chart.yaml';

/** Whether a line of a text begins with a key; the keys of a JSON object may be on one line. */
function hasKey(text: string, key: RegExp): boolean {
  const lines = keyLinesOf(text) ?? text.split('\n').map((line) => line.replace(BEFORE_KEY, ''));
  return lines.some((line) => key.test(line));
}

/** The keys at the top of a JSON object with their values, one a line; undefined for other text. */
function keyLinesOf(text: string): readonly string[] | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isPlainObject(value) ? Object.entries(value).map(([key, each]) => `${key}: ${typeof each === 'string' ? each : ''}`) : undefined;
  } catch {
    return undefined;
  }
}

/** The Score files of a folder, without those of the folders in it. */
function scoreFilesIn(folder: string): readonly string[] {
  return entriesOf(folder, EXPECTED_SOURCE)
    .filter(({ name, path, isFolder }) => !isFolder && YAML_OR_JSON.test(name) && hasKey(textOf(path, folder), SCORE))
    .map(({ path }) => path);
}

function isCloudAssembly(folder: string): boolean {
  const file = join(folder, CLOUD_ASSEMBLY);
  return exists(file, EXPECTED_SOURCE) && textOf(file, folder).includes('"aws:cloudformation:stack"');
}

/** Refuses folders whose manifests another program writes: without it, replicas and requests would be those before its changes. */
function refuseUnrendered(folder: string): void {
  const files = entriesOf(folder, EXPECTED_SOURCE).filter(({ isFolder }) => !isFolder);
  const refuse = (reason: string, command: string): never => {
    throw new InputError(PATH_SUBJECT, [
      { path: folder, reason, expected: `its manifests: ${command} ${folder} | npx sizing init --from -` },
    ]);
  };
  const kustomization = files.find(({ name }) => isKustomizationFile(name));
  if (kustomization !== undefined && !listsFilesOnly(textOf(kustomization.path, folder), kustomization.path)) {
    refuse('is a kustomization that changes objects or has objects of other folders', 'kubectl kustomize');
  }
  if (files.some(({ name }) => name === HELM_CHART)) refuse('is a Helm chart', 'helm template');
}

/** Keys of a kustomization that change no object, or only its namespace. */
const UNCHANGING: readonly string[] = ['apiVersion', 'kind', 'metadata', 'namespace', 'resources'];

/** Whether a kustomization only lists files of its own folder. */
function listsFilesOnly(text: string, path: string): boolean {
  const value = parseConfig(text, `file ${path}`, path);
  return (
    isPlainObject(value) &&
    Object.keys(value).every((key) => UNCHANGING.includes(key)) &&
    resourcesIn(value).every((resource) => !resource.startsWith('..') && !resource.includes('://'))
  );
}

function textOf(path: string, inside?: string): string {
  return readText(path, `file ${path}`, { expected: EXPECTED_SOURCE, maxBytes: MAX_BYTES, ...(inside !== undefined && { inside }) });
}

/** Throws an InputError for a path that is no file and no folder. */
export function requireSource(path: string): void {
  pathKind(path, EXPECTED_SOURCE);
}

/** Reads an existing system from a file or a folder of a kind that is recognized by its content. Throws an InputError with every problem. */
export function readSource(path: string): ReadSource {
  if (pathKind(path, EXPECTED_SOURCE) === 'folder') {
    const file = COMPOSE_FILES.map((name) => join(path, name)).find((each) => exists(each, EXPECTED_SOURCE));
    if (file !== undefined) return readCompose(file);
    const workloads = scoreFilesIn(path);
    if (workloads.length > 0) return readScore(workloads);
    if (isCloudAssembly(path)) return readCloudformation(path);
    refuseUnrendered(path);
    if (holdsManifests(path)) return readKubernetes(path);
    throw new InputError(PATH_SUBJECT, [{ path, reason: 'is a folder without one', expected: EXPECTED_SOURCE }]);
  }
  const text = textOf(path);
  if (isCompose(text)) return readCompose(path);
  if (hasKey(text, SCORE)) return readScore([path]);
  if (holdsManifests(path)) return readKubernetes(path);
  if (hasKey(text, TEMPLATE)) return readCloudformation(path);
  throw new InputError(PATH_SUBJECT, [{ path, reason: 'is not recognized', expected: EXPECTED_SOURCE }]);
}
