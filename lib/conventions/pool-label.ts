/** Machines of a pool carry its name in this label, and in a taint where they are for its pods alone. */
export const POOL_LABEL = 'sizing-blueprints/pool';

/** Name of a pool in a cluster, which may have pools of other stacks: value of its label, and name of its NodePool. */
export function poolName({ stackName }: { readonly stackName: string }, pool: string): string {
  return `${stackName}-${pool}`;
}
