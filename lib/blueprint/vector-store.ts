import type { VectorStore } from '../model/vector-store';
import { poolOf, type Resolving } from './context';
import type { ResolvedVectorStore } from './resolved-component';
import { serviceConnectProxy } from './service-connect';

/** Resolves a vector store. */
export function resolveVectorStore(id: string, store: VectorStore, resolving: Resolving): ResolvedVectorStore {
  const pool = poolOf(resolving, id);
  const proxy = serviceConnectProxy(id, resolving);
  if (pool === undefined && resolving.options.platform === 'ecs') {
    resolving.problems.push({ path: `components.${id}`, reason: 'is in no node pool', expected: expectedPool(resolving) });
  }
  return {
    kind: 'vector-store',
    id,
    // There is no operator for it.
    ...(resolving.options.platform === 'ecs' ? {} : { form: 'statefulset' }),
    vcpu: store.vcpu,
    memoryGib: store.memoryGib,
    ...(proxy === undefined ? {} : { proxy }),
    storageGib: store.storageGib,
    port: store.port,
    ...(pool === undefined ? {} : { pool }),
  };
}

function expectedPool({ options }: Resolving): string {
  return options.topology === 'single-host'
    ? 'topology=managed: the single host runs no vector store'
    : 'a node pool that runs the vector store: its volume is attached to a node';
}
