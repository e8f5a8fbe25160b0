import type { ManifestObject } from '../../manifests/manifest-object';
import { at, itemsAt, stringAt, stringsAt } from '../../manifests/values';
import { podPath } from './object-index';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** Label with the instance type of a node. */
const INSTANCE_TYPE = 'node.kubernetes.io/instance-type';

/** Labels that do not tell pools apart: operating system, architecture, host, zone, region, Spot. Source: Kubernetes, "Well-Known Labels". */
const OF_EVERY_POOL = /^(?:(?:beta\.)?kubernetes\.io|(?:failure-domain\.beta|topology)\.kubernetes\.io)\/|capacity-?type$/i;

/** The nodes that the pods of a workload require by labels. */
export interface PodNodes {
  /** Name of the nodes, from the values of the labels. */
  readonly nodes?: string;
  /** Their instance type. */
  readonly instanceType?: string;
}

/** A label that nodes must have, with its value; empty where any value will do. */
interface RequiredLabel {
  readonly key: string;
  readonly value: string;
}

/** The nodes that the pods of a workload require; empty when nodes of several pools will do. */
export function podNodes(object: ManifestObject): PodNodes {
  const path = podPath(object);
  const [term, alternative] = itemsAt(object.raw, ...path, 'affinity', 'nodeAffinity', REQUIRED, 'nodeSelectorTerms');
  if (alternative !== undefined) return {};
  const selected = Object.entries(stringsAt(object.raw, ...path, 'nodeSelector')).map(([key, value]) => ({ key, value }));
  const labels = [...selected, ...labelsOf(term?.value)].filter(({ key }) => !OF_EVERY_POOL.test(key));
  if (labels.length === 0) return {};
  const words = labels.map(({ key, value }) => (value === '' || value === 'true' ? (key.split('/').at(-1) ?? key) : value));
  const instanceType = labels.find(({ key }) => key === INSTANCE_TYPE)?.value;
  return { nodes: [...new Set(words)].sort().join('-'), ...(instanceType !== undefined && { instanceType }) };
}

/** The labels of a term of a node affinity that have one value. */
function labelsOf(term: object | undefined): readonly RequiredLabel[] {
  return itemsAt(term, 'matchExpressions').flatMap(({ value }) => {
    const values = at(value, 'values');
    const [only = '', other] = Array.isArray(values) ? values.map(String) : [];
    const operator = stringAt(value, 'operator');
    const isOne = operator === 'Exists' || (operator === 'In' && other === undefined);
    return isOne ? [{ key: stringAt(value, 'key') ?? '', value: only }] : [];
  });
}
