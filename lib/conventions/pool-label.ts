/** Label of nodes with the name of their pool; also the key of the taint of pools that are reserved for their own pods. */
export const POOL_LABEL = 'sizing-blueprints/pool';

/** Name of a pool, unique in a cluster with pools of other stacks: value of the label, and name of the NodePool. */
export function poolName({ stackName }: { readonly stackName: string }, pool: string): string {
  return `${stackName}-${pool}`;
}
