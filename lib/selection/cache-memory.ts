import { CACHE_NODE_DATA_SHARE } from '../catalog/cache-memory';

/** Memory that each node needs so that all shards together can store the data. */
export function nodeMemoryGib(dataGib: number, shards: number): number {
  return dataGib / shards / CACHE_NODE_DATA_SHARE;
}
