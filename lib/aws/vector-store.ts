import { InputError } from '../problems';
import type { ComponentOf } from './build-context';

/** A vector index needs a container with a volume that outlives it, which no system on AWS asks for yet. */
export function refuseVectorStore({ id }: ComponentOf<'vector-store'>): never {
  throw new InputError('blueprint', [
    {
      path: `components.${id}`,
      received: 'a vector-store',
      allowed: 'a kind that is synthesized on AWS; vector-store is not yet synthesized',
    },
  ]);
}
