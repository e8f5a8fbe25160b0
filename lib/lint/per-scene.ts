import type { Scene } from './scene';

/** Works something out once for a scene, however many rules ask for it. */
export function perScene<T>(work: (scene: Scene) => T): (scene: Scene) => T {
  const results = new WeakMap<Scene, { readonly result: T }>();
  return (scene) => {
    const known = results.get(scene) ?? { result: work(scene) };
    results.set(scene, known);
    return known.result;
  };
}
