/**
 * Objects that count the reads of their properties: a measure of work that is the same on every computer, unlike a duration.
 * An algorithm of linear complexity reads each object about as often, however many there are.
 */
export function countingReads<T extends object>(
  objects: readonly T[],
): { readonly objects: readonly T[]; readonly readsOfEach: () => number } {
  let reads = 0;
  const handler: ProxyHandler<T> = {
    get: (target, key) => {
      reads += 1;
      return Reflect.get(target, key);
    },
  };
  return { objects: objects.map((object) => new Proxy(object, handler)), readsOfEach: () => reads / objects.length };
}
