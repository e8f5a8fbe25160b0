/** Database that is created with the server of a tier. */
export const DATABASE_NAME = 'app';

/** User of the services in the data stores of a tier. */
export const DATA_STORE_USER = 'app';

/** Image of the ChromaDB project on Docker Hub; since 1.0 its data folder is `/data`. */
export const CHROMA_IMAGE = 'chromadb/chroma:1.5.3';

/** Data folder of `CHROMA_IMAGE`. */
export const CHROMA_DATA_FOLDER = '/data';

/** Share of the memory of a Redis or Valkey container for data. The rest is for copy-on-write during snapshots and for buffers of replicas. */
export const CACHE_DATA_SHARE = 0.75;

/**
 * Image of a cache engine. Redis 7.1 exists on ElastiCache only; the image is 7.2, the closest open-source version. Valkey images
 * are not in the Docker official images, but in a repository of the project.
 */
export function cacheImage(engine: 'redis' | 'valkey', engineVersion: string): string {
  const version = engine === 'redis' && engineVersion === '7.1' ? '7.2' : engineVersion;
  return engine === 'redis' ? `public.ecr.aws/docker/library/redis:${version}` : `docker.io/valkey/valkey:${version}`;
}
