import { isPlainObject } from '../../core/plain-object';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, objectAt, stringAt, stringsAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { isSet, violationAt } from '../field-checks';
import type { Rule } from '../rule';
import { securityContextOf } from '../security-context';
import { tolerationViolations } from '../tolerations';
import type { Violation } from '../violation';
import type { Workload } from '../workload';

export const invalidPodAnnotation: Rule = {
  id: 'invalid-pod-annotation',
  severity: 'error',
  description: 'Annotation of a pod that the API server reads is invalid',
  fix: 'Use a whole number as the deletion cost, and known profiles of containers of the pod',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const workload of workloads) {
      const path = [...workload.podLabelsPath.slice(0, -1), 'annotations'];
      const value = stringsAt(workload.object.raw, ...path);
      if (Object.keys(value).length > 0) yield* annotationViolations(workload, { value, path });
    }
  },
};

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const MIRROR = 'kubernetes.io/config.mirror';
const SECCOMP = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER_SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

const SECCOMP_PROFILES: readonly string[] = ['runtime/default', 'docker/default', 'unconfined'];
const OF_NODE = 'localhost/';
/** Source: `ValidateAppArmorProfileFormat` of the API server. */
const APP_ARMOR_PROFILE = /^(?:|runtime\/default|unconfined|localhost\/.*)$/;
const MOST_INT32 = 2 ** 31 - 1;

type PodOf = Pick<Workload, 'object' | 'pod' | 'containers'>;

/** Source: `ValidatePodSpecificAnnotations` of the API server. */
function* annotationViolations({ object, pod, containers }: PodOf, annotations: Item): Generator<Violation> {
  const cost = stringAt(annotations.value, DELETION_COST);
  if (cost !== undefined && !isInt32(cost)) yield violationAt(object, annotations, [DELETION_COST], `a whole number up to ${MOST_INT32}`);
  if (annotations.value[MIRROR] !== undefined && (stringAt(pod.value, 'nodeName') ?? '') === '')
    yield violationAt(object, annotations, [MIRROR], 'no value, because the pod has no nodeName');
  yield* tolerations(object, annotations);
  yield* otherProfiles({ object, pod, containers }, annotations);
  for (const [key, profile] of Object.entries(annotations.value)) {
    if (key === SECCOMP || key.startsWith(CONTAINER_SECCOMP)) {
      if (!isSeccompProfile(String(profile)))
        yield violationAt(object, annotations, [key], 'runtime/default, unconfined or localhost/<path>');
    } else if (key.startsWith(APP_ARMOR)) yield* appArmor(object, annotations, key, containers);
  }
}

function* appArmor(object: ManifestObject, annotations: Item, key: string, containers: Workload['containers']): Generator<Violation> {
  const name = key.slice(APP_ARMOR.length);
  if (!containers.some((container) => container.name === name)) yield violationAt(object, annotations, [key], 'the name of a container');
  else if (!APP_ARMOR_PROFILE.test(String(annotations.value[key])))
    yield violationAt(object, annotations, [key], 'runtime/default, unconfined or localhost/<profile>');
}

const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';

/** Source: `GetTolerationsFromPodAnnotations` of the API server. */
function* tolerations(object: ManifestObject, annotations: Item): Generator<Violation> {
  const text = stringAt(annotations.value, TOLERATIONS) ?? '';
  if (text === '') return;
  const violation = violationAt(object, annotations, [TOLERATIONS], 'valid tolerations as a list in JSON');
  try {
    const list: unknown = JSON.parse(text);
    const items = Array.isArray(list) && list.every(isPlainObject) ? list : undefined;
    const isInvalid = items?.some((value) => !tolerationViolations(object, { value, path: annotations.path }).next().done) ?? true;
    if (isInvalid) yield violation;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    yield violation;
  }
}

/**
 * Profiles of fields that annotations contradict. Sources: `validateSeccompAnnotationsAndFields` and
 * `validateAppArmorAnnotationsAndFieldsMatchOnCreate` of the API server.
 */
function* otherProfiles({ object, pod, containers }: PodOf, annotations: Item): Generator<Violation> {
  if (at(pod.value, 'os', 'name') === 'windows') return;
  const contexts = containers.map((container) => [container.name, securityContextOf(container)] as const);
  yield* otherProfile(object, annotations, SECCOMP, securityContextOf(pod), 'seccompProfile');
  for (const [name, context] of contexts) {
    yield* otherProfile(object, annotations, `${CONTAINER_SECCOMP}${name}`, context, 'seccompProfile');
    const own = isSet(context.value.appArmorProfile) ? context : securityContextOf(pod);
    yield* otherProfile(object, annotations, `${APP_ARMOR}${name}`, own, 'appArmorProfile');
  }
}

function* otherProfile(object: ManifestObject, annotations: Item, key: string, context: Item, field: string): Generator<Violation> {
  const annotation = stringAt(annotations.value, key)?.replace(/^docker\//, 'runtime/');
  const profile = objectAt(context.value, field);
  const texts: Readonly<Record<string, string>> = {
    Unconfined: 'unconfined',
    RuntimeDefault: 'runtime/default',
    Localhost: `localhost/${stringAt(profile, 'localhostProfile') ?? ''}`,
  };
  const stated = texts[stringAt(profile, 'type') ?? ''];
  if (annotation !== undefined && stated !== undefined && annotation !== stated)
    yield violationAt(object, annotations, [key], `${stated}, as ${field} states, or no value`);
}

/** A number without a plus sign and leading zeros. Source: `GetDeletionCostFromPodAnnotations` of the API server. */
function isInt32(text: string): boolean {
  return /^(?:0|-?[1-9]\d*)$/.test(text) && Math.abs(Number(text)) <= MOST_INT32;
}

/** Source: `ValidateSeccompProfile` of the API server. */
function isSeccompProfile(profile: string): boolean {
  if (!profile.startsWith(OF_NODE)) return SECCOMP_PROFILES.includes(profile);
  const path = profile.slice(OF_NODE.length);
  return path !== '' && !path.startsWith('/') && !path.includes('..');
}
