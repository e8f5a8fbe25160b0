import { billedAs } from '../core/free-reason';
import type { Interval } from '../core/interval';
import type { PlainObject } from '../core/plain-object';
import type { ManifestObject } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { at, itemsAt, objectAt, stringAt, stringsAt } from '../manifests/values';
import type { ObjectDemand, ReaderContext, VolumeDemand } from './object-demand';
import { idOf } from './object-index';
import type { ObjectProblem } from './object-problem';
import { podAdmission } from './pod-admission';
import { podTemplate } from './pod-template';
import { claimedGib, storageOf } from './storage';

/** The demand of a number of pods of a template. */
export function demandOfPods(object: ManifestObject, template: PlainObject, replicas: Interval, context: ReaderContext): ObjectDemand {
  const admission = podAdmission(object, template, context);
  const { group, problems, origins } = podTemplate(template, idOf(object), namespaceOf(object), admission);
  const unpriced = [...problems, ...otherNodes(template)];
  if (unpriced.length > 0) return { unpriced, origins };
  return {
    pods: [{ group, replicas }],
    volumes: volumesOf(object, template, replicas, context),
    origins,
    free: billedAs('nodes-of-pods'),
  };
}

/**
 * Pods on hosts whose prices differ from those of Linux nodes. Sources: Amazon EKS user guide, Fargate: its nodes have this label and
 * its pods this scheduler; Kubernetes documentation, Windows containers.
 */
function otherNodes(template: PlainObject): readonly ObjectProblem[] {
  const selected = stringsAt(template, 'spec', 'nodeSelector');
  const isOnFargate =
    selected['eks.amazonaws.com/compute-type'] === 'fargate' || stringAt(template, 'spec', 'schedulerName') === 'fargate-scheduler';
  const isOnWindows = selected['kubernetes.io/os'] === 'windows' || stringAt(template, 'spec', 'os', 'name') === 'windows';
  return [...(isOnFargate ? [{ kind: 'on-fargate' } as const] : []), ...(isOnWindows ? [{ kind: 'on-windows' } as const] : [])];
}

/** One volume for each claim template and pod, including ephemeral volumes, which exist as long as the pod. */
function volumesOf(object: ManifestObject, template: unknown, replicas: Interval, context: ReaderContext): readonly VolumeDemand[] {
  const claims = itemsAt(object.raw, 'spec', 'volumeClaimTemplates').map(({ value }) => ({
    name: stringAt(value, 'metadata', 'name') ?? '',
    claim: value,
  }));
  const ephemeral = itemsAt(template, 'spec', 'volumes').flatMap(({ value }) => {
    const claim = at(value, 'ephemeral', 'volumeClaimTemplate');
    return claim === undefined ? [] : [{ name: stringAt(value, 'name') ?? '', claim: objectAt(claim) }];
  });
  return [...claims, ...ephemeral].map(({ name, claim }) => volumeOf(name, claim, replicas, context));
}

function volumeOf(name: string, claim: Parameters<typeof claimedGib>[0], count: Interval, context: ReaderContext): VolumeDemand {
  const sizeGib = claimedGib(claim);
  const storage = storageOf(stringAt(claim, 'spec', 'storageClassName'), context);
  if (sizeGib === undefined)
    return { name, sizeGib: 0, count, storage: { kind: 'unknown', problem: { kind: 'claim-without-size', claim: name } } };
  return { name, sizeGib, count, storage };
}
