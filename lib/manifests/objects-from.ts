import { isPlainObject, own, type PlainObject, section } from '../core/plain-object';
import { type Problem, shown } from '../core/problems';
import { foreignKindProblem } from '../io/foreign-kind';
import { positionOf } from '../io/yaml/events';
import type { ParsedDocument } from '../io/yaml/parse-yaml';
import { editOf } from './edit-of';
import { decrypted, isWhollyEncrypted } from './encrypted';
import type { ManifestObject, Path } from './manifest-object';

/** The objects of a document, or its problems. */
export interface DocumentContent {
  /** Objects of the document. */
  readonly objects: readonly ManifestObject[];
  /** Problems of the document; empty when it is valid. */
  readonly problems: readonly Problem[];
}

const NOTHING: DocumentContent = { objects: [], problems: [] };

/** The objects of a document: one, or those of a `List`. Empty documents are ignored, as by `kubectl`. */
export function objectsFrom(document: ParsedDocument, file: string, number: number): DocumentContent {
  if (document.value === null || document.value === undefined) return NOTHING;
  return contentOf(document.value, [], { document, file, number });
}

interface Site {
  readonly document: ParsedDocument;
  readonly file: string;
  readonly number: number;
}

function contentOf(value: unknown, prefix: Path, site: Site): DocumentContent {
  const problems = problemsOf(value, prefix, site);
  if (problems.length > 0 || !isPlainObject(value)) return { objects: [], problems };
  const items = own(value, 'items');
  if ((Array.isArray(items) || items === null) && isList(value)) {
    const contents = (items ?? []).map((item: unknown, index) => contentOf(withKindOf(value, item), [...prefix, 'items', index], site));
    return { objects: contents.flatMap(({ objects }) => objects), problems: contents.flatMap((content) => content.problems) };
  }
  if (isOfProgram(value) || isWhollyEncrypted(value)) return NOTHING;
  return { objects: [objectFrom(decrypted(value), prefix, site)], problems: [] };
}

/**
 * Whether a value is a `List`, or a list of one kind as `kubectl get -o yaml` prints it, such as `ServiceList`. Other
 * objects have no `items`. A list without items may have null. Source: `detectList` of k8s.io/apimachinery.
 */
function isList(value: PlainObject): boolean {
  return String(own(value, 'kind')).endsWith('List') && own(value, 'spec') === undefined;
}

/**
 * An item with the kind of its list, such as `ConfigMapList`: the API server does not repeat it in the items. Source: `decodeToList` of
 * k8s.io/apimachinery, pkg/apis/meta/v1/unstructured.
 */
function withKindOf(list: PlainObject, item: unknown): unknown {
  const kind = String(own(list, 'kind')).slice(0, -'List'.length);
  if (kind === '' || !isPlainObject(item) || own(item, 'kind') !== undefined) return item;
  return { ...item, kind, apiVersion: own(list, 'apiVersion') };
}

const MANIFESTS = 'Kubernetes manifests';

/** API groups of files that programs read, such as kustomize, skaffold, kind and kubeadm. Their kinds are not objects of a cluster. */
const OF_PROGRAMS: ReadonlySet<string> = new Set([
  'apiserver.config.k8s.io',
  'audit.k8s.io',
  'backstage.io',
  'builtin',
  'chainsaw.kyverno.io',
  'cli.kyverno.io',
  'client.authentication.k8s.io',
  'eksctl.io',
  'kind.x-k8s.io',
  'krew.googlecontainertools.github.com',
  'kubeadm.k8s.io',
  'kubelet.config.k8s.io',
  'kubeproxy.config.k8s.io',
  'kubescheduler.config.k8s.io',
  'kustomize.config.k8s.io',
  'kuttl.dev',
  'skaffold',
]);

/** The description of a provider that clusterctl reads; its group has kinds of a cluster too. */
const CLUSTERCTL_METADATA = /^clusterctl\.cluster\.x-k8s\.io\/.*\/Metadata$/;

/**
 * Whether a document is read by a program, and is no object of a cluster. A kubeconfig has the core group and its own kind. Documents of
 * Talos have a version without a group and no metadata; the only version of Kubernetes without a group is v1. Source:
 * https://docs.siderolabs.com/talos/v1.12/reference/configuration/overview
 */
export function isOfProgram(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  if (own(value, 'apiVersion') === 'v1' && own(value, 'kind') === 'Config') return true;
  const apiVersion = String(own(value, 'apiVersion'));
  if (apiVersion === 'v1alpha1' && own(value, 'metadata') === undefined) return true;
  const [group = ''] = apiVersion.split('/');
  return OF_PROGRAMS.has(group) || CLUSTERCTL_METADATA.test(`${apiVersion}/${String(own(value, 'kind'))}`);
}

function problemsOf(value: unknown, prefix: Path, { document, number }: Site): readonly Problem[] {
  const place = `line ${document.lines.lineOf(positionOf(document.events, prefix))} (document ${number})`;
  if (!isPlainObject(value)) return [{ path: place, received: shown(value), expected: 'a Kubernetes object with apiVersion and kind' }];
  if (own(value, 'apiVersion') === undefined || own(value, 'kind') === undefined) {
    const foreign = foreignKindProblem(place, value, MANIFESTS);
    if (foreign !== undefined) return [{ ...foreign, expected: MANIFESTS }];
  }
  return ['apiVersion', 'kind'].flatMap((key) => {
    const text = own(value, key);
    if (typeof text === 'string' && text !== '') return [];
    const received = text === undefined ? {} : { received: shown(text) };
    return [
      { path: `${key} at ${place}`, ...received, expected: key === 'kind' ? 'a kind such as Deployment' : 'a version such as apps/v1' },
    ];
  });
}

function objectFrom(raw: PlainObject, prefix: Path, { document, file, number }: Site): ManifestObject {
  const metadata = section(raw, 'metadata');
  const namespace = own(metadata, 'namespace');
  const name = own(metadata, 'name');
  const apiVersion = String(raw.apiVersion);
  const lineOf = (path: Path) => document.lines.lineOf(positionOf(document.events, [...prefix, ...path]));
  return {
    apiVersion,
    group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '',
    kind: String(raw.kind),
    name: typeof name === 'string' ? name : '',
    ...(typeof namespace === 'string' && namespace !== '' && { namespace }),
    raw,
    origin: {
      file,
      document: number,
      line: lineOf([]),
      duplicateKeys: isFirst(prefix) ? document.duplicateKeys : [],
      lineOf,
      editOf: (path, change) => editOf(document, [...prefix, ...path], change),
    },
  };
}

/** Whether an object is the first one of its document: the document itself, or the first item of a `List`. */
function isFirst(prefix: Path): boolean {
  return prefix.every((step) => step === 'items' || step === 0);
}
