import type { Component } from './component';
import type { ReferenceProblem } from './reference-problem';
import type { ValidParts } from './valid-parts';

/** A cache of one node has no replicas, and only a cluster has several shards: all of them would be billed. */
export function topologyProblems(component: ValidParts<Component>, path: readonly (string | number)[]): ReferenceProblem[] {
  if (component.kind !== 'cache' || component.topology === undefined) return [];
  const { topology, shards = 1, replicasPerShard = 0 } = component;
  return [
    ...(topology !== 'cluster' && shards > 1
      ? [{ path: [...path, 'shards'], input: shards, message: `1 with topology ${topology}, or topology cluster` }]
      : []),
    ...(topology === 'single' && replicasPerShard > 0
      ? [{ path: [...path, 'replicasPerShard'], input: replicasPerShard, message: '0 with topology single, or topology replicated' }]
      : []),
  ];
}
