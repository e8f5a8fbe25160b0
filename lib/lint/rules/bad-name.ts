import { shown } from '../../core/problems';
import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { type Item, itemsAt, itemsOf, objectAt, stringAt } from '../../manifests/values';
import type { LintContext } from '../lint-context';
import {
  CRON_JOB_NAME,
  DATA_KEY,
  DNS_LABEL,
  DNS_SUBDOMAIN,
  hasFormat,
  type NameFormat,
  PATH_SEGMENT,
  PORT_NAME,
  SERVICE_NAME,
} from '../names';
import type { Rule } from '../rule';

export const badName: Rule = {
  id: 'bad-name',
  severity: 'error',
  description: 'Name is invalid',
  fix: 'Use lower-case letters, digits and hyphens',
  *check(context) {
    for (const { object, path, text, form } of namesIn(context)) {
      if (!hasFormat(text, form)) yield { object, path, received: shown(text), expected: form.expected };
    }
  },
};

interface Name {
  readonly object: ManifestObject;
  readonly path: Path;
  readonly text: string;
  readonly form: NameFormat;
}

const FORMS: ReadonlyMap<string, NameFormat> = new Map(
  Object.entries<NameFormat>({
    Namespace: DNS_LABEL,
    Service: SERVICE_NAME,
    CronJob: CRON_JOB_NAME,
    CertificateSigningRequest: PATH_SEGMENT,
    PodDisruptionBudget: PATH_SEGMENT,
    Role: PATH_SEGMENT,
    ClusterRole: PATH_SEGMENT,
    RoleBinding: PATH_SEGMENT,
    ClusterRoleBinding: PATH_SEGMENT,
  }),
);

/**
 * API groups that OpenShift serves by API servers of its own. Their names may have underscores and colons. Source: the registries of
 * openshift/openshift-apiserver and openshift/oauth-apiserver.
 */
const OF_OPENSHIFT: ReadonlySet<string> = new Set(
  ['apps', 'authorization', 'build', 'image', 'oauth', 'project', 'quota', 'route', 'security', 'template', 'user'].map(
    (group) => `${group}.openshift.io`,
  ),
);

/** The name of a StatefulSet is the host name of its pods. Source: changelog of Kubernetes 1.27, #114172. */
function formOf({ kind, group }: ManifestObject): NameFormat {
  if (kind === 'StatefulSet' && group === 'apps') return DNS_LABEL;
  return OF_OPENSHIFT.has(group) ? PATH_SEGMENT : (FORMS.get(kind) ?? DNS_SUBDOMAIN);
}

function* namesIn({ objects, workloads }: LintContext): Generator<Name> {
  for (const object of objects) {
    const form = formOf(object);
    // A kustomization with a namespace replaces the names of Namespaces too. Source: kustomize, `namespaceFieldSpecs`.
    const isReplaced = object.hasAddedNamespace === true;
    if (object.name !== '' && !(isReplaced && object.kind === 'Namespace'))
      yield { object, path: ['metadata', 'name'], text: object.name, form };
    if (object.namespace !== undefined && !isReplaced)
      yield { object, path: ['metadata', 'namespace'], text: object.namespace, form: DNS_LABEL };
    if (object.kind === 'ConfigMap' || object.kind === 'Secret') yield* dataKeys(object);
    if (object.kind === 'Service') yield* named(object, itemsAt(object.raw, 'spec', 'ports'), DNS_LABEL);
  }
  for (const { object, pod, containers } of workloads) {
    yield* named(object, containers, DNS_LABEL);
    yield* named(object, itemsOf(pod, 'volumes'), DNS_LABEL);
    for (const container of containers) yield* named(object, itemsOf(container, 'ports'), PORT_NAME);
  }
}

function* named(object: ManifestObject, items: readonly Item[], form: NameFormat): Generator<Name> {
  for (const { value, path } of items) {
    const text = stringAt(value, 'name');
    if (text !== undefined) yield { object, path: [...path, 'name'], text, form };
  }
}

function* dataKeys(object: ManifestObject): Generator<Name> {
  for (const section of ['data', 'stringData', 'binaryData']) {
    for (const text of Object.keys(objectAt(object.raw, section))) yield { object, path: [section, text], text, form: DATA_KEY };
  }
}
