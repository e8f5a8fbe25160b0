import type { VectorStore } from '../model/vector-store';
import { poolOf, type Resolving } from './context';
import type { ResolvedVectorStore } from './resolved-component';

/** Resolves a vector store. */
export function resolveVectorStore(id: string, store: VectorStore, resolving: Resolving): ResolvedVectorStore {
  const pool = poolOf(resolving, id);
  return {
    kind: 'vector-store',
    id,
    // There is no operator for it.
    ...(resolving.options.platform === 'ecs' ? {} : { form: 'statefulset' }),
    vcpu: store.vcpu,
    memoryGib: store.memoryGib,
    storageGib: store.storageGib,
    port: store.port,
    ...(pool === undefined ? {} : { pool }),
  };
}
