/** Database that is created with the server of a tier. */
export const DATABASE_NAME = 'app';

/** User of the services in the data stores of a tier. */
export const DATA_STORE_USER = 'app';

/** Data folder of ChromaDB since 1.0. */
export const CHROMA_DATA_FOLDER = '/data';

/** Share of the memory of a Redis or Valkey container for data. The rest is for copy-on-write during snapshots and for buffers of replicas. */
export const CACHE_DATA_SHARE = 0.75;
