import { APPLIED_OBJECTS, appliedObjectsOf, referredId } from '../../cloudformation/applied-objects';
import { own } from '../../core/plain-object';
import { parseManifests } from '../../manifests/read-manifests';
import { barePart } from '../bare-part';
import type { FoundPart } from '../kubernetes/found-part';
import { partsOfObjects } from '../kubernetes/read-kubernetes';
import type { Part } from '../part';
import type { StackPart } from './stack-part';
import { resourcesOf, type StackReading } from './stack-reading';

const HELM_CHART = 'Custom::AWSCDK-EKS-HelmChart';

/**
 * The parts that a template of the CDK runs in an EKS cluster: those of the Kubernetes objects that it applies. Helm charts are
 * listed, and objects that are known only at deployment. `stores` are parts that the objects may connect to.
 */
export function clusterParts({ template }: StackReading, stores: readonly StackPart[]): readonly Part[] {
  const applied = resourcesOf(template, APPLIED_OBJECTS).map((resource) => ({ resource, objects: appliedObjectsOf(resource, referredId) }));
  const objects = applied.flatMap((each) =>
    (each.objects ?? []).flatMap((object) => parseManifests(JSON.stringify(object), `${template.name}: ${each.resource.id}`)),
  );
  const unread = applied.filter((each) => each.objects === undefined).map(({ resource }) => `Kubernetes objects of ${resource.id}`);
  const charts = resourcesOf(template, HELM_CHART).map(
    (resource) => `Helm chart ${chartOf(own(resource.properties, 'Chart'), resource.id)}`,
  );
  return [
    ...(objects.length === 0 ? [] : partsOfObjects(objects, `manifests of ${template.name}`, stores.map(foundStore))),
    ...[...charts, ...unread].map((name) => barePart(name, { kind: 'omitted', reason: 'not-read' })),
  ];
}

function chartOf(chart: unknown, id: string): string {
  return typeof chart === 'string' ? chart : id;
}

/** A part of the template, which settings of objects name by its logical ids. */
function foundStore({ part, ids }: StackPart): FoundPart {
  return {
    part,
    hosts: [],
    settings: [],
    isOwnHost: (host) => ids.some((id) => host === id || host.startsWith(`${id}.`)),
    isReadHost: () => false,
  };
}
