/**
 * Packing: pods onto the cheapest mix of nodes. Pure: pods, pools and types of machines in, nodes out. Knows how
 * selectors are matched; no file, no cluster, no price list.
 */
export { type Choice, choicesOf } from './choices';
export type { PlacedPod } from './items';
export { leastCost } from './lower-bound';
export type { NodePool, NodeType, Requirement, Taint } from './node';
export { type PackedNode, type Packing, type PackingRequest, pack, packAmong, type Unplaced } from './pack';
export type { Neighbours, Place, PodGroup, Spread, Toleration } from './pod-group';
export { isOfPool, ZONE_KEY } from './requirements';
export * from './resources';
export { type PriceShares, splitPrice } from './split-price';
export type { CountedGroup } from './zones';
