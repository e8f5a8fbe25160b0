/**
 * Objects that count how often a property of them is read: work that is the same on every machine, where a duration is not.
 * Work that grows with the number of objects and no faster reads each of them about as often, however many there are.
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
