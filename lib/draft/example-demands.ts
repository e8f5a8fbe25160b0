import type { ComponentKind } from '../model/component';
import type { ExampleDemand } from './draft-note';

/** Processor time of a request on each kind of component that limits the load, in seconds: an example, as that of the web shop. */
const SECONDS: Readonly<Partial<Record<ComponentKind, number>>> = {
  service: 0.02,
  database: 0.005,
  'document-store': 0.005,
  'vector-store': 0.005,
  cache: 0.001,
};

/** A demand on each component that needs one, so that an operation with all of them has a known load. */
export function exampleDemands(components: readonly { readonly id: string; readonly kind: ComponentKind }[]): ExampleDemand[] {
  return components.flatMap(({ id, kind }) => {
    const seconds = SECONDS[kind];
    return seconds === undefined ? [] : [{ component: id, seconds }];
  });
}
