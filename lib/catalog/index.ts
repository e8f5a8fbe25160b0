/**
 * Catalog: facts of the world, each once. Shapes of instance types, the labels of nodes and what a node leaves for
 * pods. Knows units and the package's data files.
 */
export { SHAPED_SERVICES, type Shape, type ShapedService, shapesOf, vcpuOf } from './instance-shapes';
export {
  type InstanceSize,
  kubeReservedCpuMillis,
  kubeReservedMib,
  type NodeCapacity,
  type NodeResources,
  nodeCapacity,
  nodeGroupMaxPods,
} from './node-capacity';
export { nodeLabels, nvidiaGpus } from './node-labels';
