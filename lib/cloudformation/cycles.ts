/** Dependencies of each node. Names that are not nodes are ignored. */
export type Dependencies = ReadonlyMap<string, readonly string[]>;

/**
 * Cycles of dependencies, each as a list of nodes: `[A, B]` for A → B → A. Every node is in at most one of them. Takes
 * linear time and uses no recursion, because chains can be longer than the stack of JavaScript.
 */
export function cyclesOf(dependencies: Dependencies): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const named = new Set<string>();
  walk(dependencies, (cycle) => {
    if (cycle.some((node) => named.has(node))) return;
    cycles.push(cycle);
    for (const node of cycle) named.add(node);
  });
  return cycles;
}

/** Every node once, after the nodes that it depends on. Nodes of a cycle are in any order. */
export function dependenciesFirst(dependencies: Dependencies): readonly string[] {
  return [...walk(dependencies, () => undefined)];
}

interface Step {
  readonly node: string;
  readonly rest: Iterator<string>;
}

/** Depth-first search: a dependency on a node of the current path closes a cycle. Returns the nodes in the order in which they are left. */
function walk(dependencies: Dependencies, onCycle: (cycle: string[]) => void): ReadonlySet<string> {
  const done = new Set<string>();
  const way: Step[] = [];
  const depths = new Map<string, number>();
  const enter = (node: string) => {
    depths.set(node, way.length);
    way.push({ node, rest: (dependencies.get(node) ?? []).values() });
  };
  for (const start of dependencies.keys()) {
    if (!done.has(start)) enter(start);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const { value: next, done: isLast } = step.rest.next();
      if (isLast === true) {
        way.pop();
        depths.delete(step.node);
        done.add(step.node);
        continue;
      }
      const depth = depths.get(next);
      if (depth !== undefined) onCycle(way.slice(depth).map(({ node }) => node));
      else if (dependencies.has(next) && !done.has(next)) enter(next);
    }
  }
  return done;
}

/** `A → B → A` */
export function cycleText(cycle: readonly string[]): string {
  return [...cycle, cycle[0]].join(' → ');
}
