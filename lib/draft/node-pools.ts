import { RESERVED_IDS, withoutNumberHyphens } from '../model/component-ids';
import type { ComponentInput } from '../model/inputs';
import { idOf } from './ids';
import type { Part } from './part';

/** Id of the node pool of services whose source states no nodes, and of the only node pool. */
export const NODES = 'nodes';

/** Characters of the name of nodes in the id of their pool: an id has at most 40. */
const LONGEST_NAME = 30;

/** A component that runs on nodes. */
export interface Placed {
  /** Its id. */
  readonly id: string;
  /** The part that it describes. */
  readonly part: Part;
}

/** The node pools of a tier: one for all nodes that the source states, or one for each name of nodes. */
export function nodePools(placed: readonly Placed[], takenIds: Iterable<string>): Readonly<Record<string, ComponentInput>> {
  const pools = new Map<string | undefined, string[]>();
  for (const { id, part } of placed) {
    // Services with GPUs share the nodes of the GPU model of the tier.
    if (part.gpus !== 0 && part.role.kind === 'service') continue;
    pools.set(part.nodes, [...(pools.get(part.nodes) ?? []), id]);
  }
  const taken = new Set([...takenIds, NODES, ...RESERVED_IDS].map(withoutNumberHyphens));
  return Object.fromEntries(
    [...pools].map(([nodes, runs]): [string, ComponentInput] => [
      nodes === undefined || pools.size === 1 ? NODES : poolId(nodes, taken),
      { kind: 'node-pool', runs },
    ]),
  );
}

/** `memory` is `memory-nodes`. Adds the id to those that are taken. */
function poolId(name: string, taken: Set<string>): string {
  const base = idOf(name)?.slice(0, LONGEST_NAME) ?? 'other';
  const whole = /(?:^|-)nodes$/.test(base) ? base : `${base.replace(/-$/, '')}-${NODES}`;
  let id = whole;
  for (let number = 2; taken.has(withoutNumberHyphens(id)); number++) id = `${whole}-${number}`;
  taken.add(withoutNumberHyphens(id));
  return id;
}
