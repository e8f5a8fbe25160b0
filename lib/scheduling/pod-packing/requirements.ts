import type { Labels } from '../../manifests/selector';
import type { NodePool, NodeType, Requirement, Taint } from './node';
import type { Toleration } from './pod-group';

/** Label of nodes that names their Availability Zone. */
const ZONE_KEY = 'topology.kubernetes.io/zone';

/**
 * Labels that Kubernetes, AWS, Karpenter and drivers of devices set by the hardware of a node: they are never assumed as custom labels
 * of a node. A pod that requires one without a known value, such as an accelerator of another provider, fits no node.
 */
const WELL_KNOWN =
  /^(?:(?:(?:failure-domain\.)?beta\.|node\.|topology\.)?kubernetes\.io\/|karpenter\.(?:sh|k8s\.aws)\/|eks\.amazonaws\.com\/instance-|nvidia\.com\/(?:gpu|mig|cuda)\.|k8s\.amazonaws\.com\/accelerator$|cloud\.google\.com\/gke-accelerator)/;

/**
 * Labels that name a group of nodes, whose instance types no manifest contains. A pod with GPUs that requires one fits no node,
 * because the group decides which GPU it has, and so its price.
 */
const NODE_GROUP =
  /^(?:eks\.amazonaws\.com\/nodegroup|alpha\.eksctl\.io\/nodegroup-name|cloud\.google\.com\/gke-nodepool|(?:kubernetes\.azure\.com\/)?agentpool)$/;

/** Label of instance types with a GPU. */
const GPU_NAME = 'karpenter.k8s.aws/instance-gpu-name';

/** The value of a node's label. */
export type LabelOf = (key: string) => string | undefined;

/**
 * Labels of the nodes of a pool, without their zone: those of the instance type, those of the pool, and the single values
 * that the pool requires. They are looked up and not copied, because each of hundreds of instance types is a choice.
 */
export function labelsIn(pool: NodePool): (type: NodeType) => LabelOf {
  const demanded = pool.requirements.flatMap(({ key, operator, values: [value, ...others] }) =>
    operator === 'In' && value !== undefined && others.length === 0 ? [[key, value] as const] : [],
  );
  const ofPool = { ...Object.fromEntries(demanded), 'karpenter.sh/nodepool': pool.id, ...pool.labels };
  return ({ labels }) =>
    (key) =>
      valueIn(labels, key) ?? valueIn(ofPool, key);
}

function valueIn(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/** Whether an instance type meets the requirements of a pool. Requirements on other labels become labels of the node. */
export function isOfPool(pool: NodePool, type: NodeType): boolean {
  return pool.requirements.every((requirement) =>
    requirement.key === ZONE_KEY || !(WELL_KNOWN.test(requirement.key) || requirement.key in type.labels)
      ? true
      : holds(requirement, type.labels[requirement.key]),
  );
}

/** Whether a node satisfies requirements, except those on its zone. */
export function satisfies(requirements: readonly Requirement[], labelOf: LabelOf, { hasAnyLabel }: Pick<NodePool, 'hasAnyLabel'>): boolean {
  return requirements.every((requirement) => {
    if (requirement.key === ZONE_KEY) return true;
    const value = labelOf(requirement.key);
    if (value === undefined && hasAnyLabel && !WELL_KNOWN.test(requirement.key)) return !isOfGpuGroup(requirement, labelOf);
    return holds(requirement, value);
  });
}

/** Labels that pods require of nodes of a pool with any label, as `key=value`, and that the instance types themselves do not have. */
export function assumedLabels(terms: readonly (readonly Requirement[])[], types: readonly NodeType[]): readonly string[] {
  const assumed = terms.flat().flatMap(({ key, operator, values }) => {
    if ((operator !== 'In' && operator !== 'Exists') || WELL_KNOWN.test(key) || types.some(({ labels }) => Object.hasOwn(labels, key)))
      return [];
    return [operator === 'In' ? `${key}=${values.join(' or ')}` : key];
  });
  return [...new Set(assumed)];
}

function isOfGpuGroup({ key, operator }: Requirement, labelOf: LabelOf): boolean {
  return (operator === 'In' || operator === 'Exists') && NODE_GROUP.test(key) && (labelOf(GPU_NAME) ?? '') !== '';
}

/** The zones that satisfy requirements. */
export function allowedZones(requirements: readonly Requirement[], zones: readonly string[]): readonly string[] {
  const ofZone = requirements.filter(({ key }) => key === ZONE_KEY);
  return ofZone.length === 0 ? zones : zones.filter((zone) => ofZone.every((requirement) => holds(requirement, zone)));
}

function holds({ operator, values }: Requirement, value: string | undefined): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return value !== undefined && compares(operator, Number(value), Number(values[0]));
  }
}

function compares(operator: string, value: number, bound: number): boolean {
  if (operator === 'Gt') return value > bound;
  if (operator === 'Lt') return value < bound;
  if (operator === 'Gte') return value >= bound;
  return operator === 'Lte' && value <= bound;
}

/** Whether pods tolerate taints. `PreferNoSchedule` excludes no pod. */
export function tolerates(tolerations: readonly Toleration[], taints: readonly Taint[]): boolean {
  return taints
    .filter(({ effect }) => effect !== 'PreferNoSchedule')
    .every((taint) => tolerations.some((toleration) => isFor(toleration, taint)));
}

function isFor({ key, operator, value = '', effect }: Toleration, taint: Taint): boolean {
  if (effect !== undefined && effect !== taint.effect) return false;
  if (key === undefined) return operator === 'Exists';
  return key === taint.key && (operator === 'Exists' || value === taint.value);
}
