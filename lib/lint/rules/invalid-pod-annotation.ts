import type { ManifestObject } from '../../manifests/manifest-object';
import { type Item, stringAt, stringsAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { violationAt } from '../field-checks';
import type { Rule } from '../rule';
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

/** Source: `ValidateSeccompProfile` of the API server. */
const SECCOMP_PROFILE = /^(?:runtime\/default|docker\/default|unconfined|localhost\/(?!\/)(?!.*\.\.).+)$/;
/** Source: `ValidateAppArmorProfileFormat` of the API server. */
const APP_ARMOR_PROFILE = /^(?:|runtime\/default|unconfined|localhost\/.*)$/;
const MOST_INT32 = 2 ** 31 - 1;

/** Source: `ValidatePodSpecificAnnotations` of the API server. */
function* annotationViolations({ object, pod, containers }: Workload, annotations: Item): Generator<Violation> {
  const cost = stringAt(annotations.value, DELETION_COST);
  if (cost !== undefined && !isInt32(cost)) yield violationAt(object, annotations, [DELETION_COST], `a whole number up to ${MOST_INT32}`);
  if (annotations.value[MIRROR] !== undefined && (stringAt(pod.value, 'nodeName') ?? '') === '')
    yield violationAt(object, annotations, [MIRROR], 'no value, because the pod has no nodeName');
  for (const [key, profile] of Object.entries(annotations.value)) {
    if (key === SECCOMP || key.startsWith(CONTAINER_SECCOMP)) {
      if (!SECCOMP_PROFILE.test(String(profile)))
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

/** A number without a plus sign and leading zeros. Source: `GetDeletionCostFromPodAnnotations` of the API server. */
function isInt32(text: string): boolean {
  return /^(?:0|-?[1-9]\d*)$/.test(text) && Math.abs(Number(text)) <= MOST_INT32;
}
