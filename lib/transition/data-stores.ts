import { APPLIED_OBJECTS, appliedObjectsOf } from '../cloudformation/applied-objects';
import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { type DataKind, dataKindOf, kindOfImage } from './data-kind';
import { holdsData } from './data-outcome';
import { valueAt } from './property-value';
import { listOf } from './roll/task-demand';

/** A store with data of a known kind: a resource of a managed service, or a server in a container with a volume. */
export interface DataStore {
  /** Logical id, and for a server in a cluster the name of its StatefulSet. */
  readonly key: string;
  /** Logical id of the resource. */
  readonly resource: string;
  /** Component that the resource belongs to. */
  readonly component: string;
  /** Kind of the data. */
  readonly kind: DataKind;
  /** Whether stores of the component divide the data among them, as clusters of a document store in shards do. */
  readonly isShard: boolean;
}

/** The stores of a template. Secrets, images of unknown engines and servers without a volume are not stores. */
export function dataStoresOf({ resources }: Template): readonly DataStore[] {
  return resources.flatMap(storesOf);
}

function storesOf(resource: TemplateResource): readonly DataStore[] {
  const { id, type, component } = resource;
  const store = { key: id, resource: id, component };
  if (type === APPLIED_OBJECTS) return statefulSetsOf(resource);
  if (type === 'AWS::ECS::TaskDefinition') {
    const kind = kindOfTask(resource);
    return kind === undefined ? [] : [{ ...store, kind, isShard: false }];
  }
  const kind = holdsData(resource) ? dataKindOf(resource) : 'other';
  return kind === 'other' || kind === 'secret' ? [] : [{ ...store, kind, isShard: type === 'AWS::DocDB::DBCluster' }];
}

/** A server has a port, unlike a job that runs the client of the same image. */
function kindOfTask({ properties }: TemplateResource): DataKind | undefined {
  for (const container of listOf(properties.ContainerDefinitions)) {
    const kind = kindOfImage(valueAt(container, 'Image'));
    const [ports, volumes] = ['PortMappings', 'MountPoints'].map((name) => listOf(valueAt(container, name)));
    if (kind !== undefined && ports?.length !== 0 && volumes?.length !== 0) return kind;
  }
  return undefined;
}

/** Kinds whose StatefulSets divide the data; those of other kinds, such as a primary and its replicas, each have all of it. */
const DIVIDED: ReadonlySet<DataKind> = new Set(['mongodb', 'redis']);

function statefulSetsOf(resource: TemplateResource): readonly DataStore[] {
  const { id, component } = resource;
  return (appliedObjectsOf(resource) ?? []).flatMap((object) => {
    if (object.kind !== 'StatefulSet' || listOf(valueAt(object, 'spec', 'volumeClaimTemplates')).length === 0) return [];
    const containers = listOf(valueAt(object, 'spec', 'template', 'spec', 'containers'));
    const kind = containers.flatMap((container) => kindOfImage(valueAt(container, 'image')) ?? [])[0];
    const key = `${id}/${String(valueAt(object, 'metadata', 'name'))}`;
    return kind === undefined ? [] : [{ key, resource: id, component, kind, isShard: DIVIDED.has(kind) }];
  });
}
