import type { ServiceInput } from '../../lib/model/inputs';

/** The source document. */
export const SOURCE = 'Capsules capacity calculation, undated';

/**
 * FastAPI with async SQLAlchemy. An instance opens `pool_size` + `max_overflow` connections, shared by its worker
 * processes. The document has no instance sizes: at an assumed 2–3 ms of processor a request one process handles 350–500
 * requests/s, so instances have a processor and a process for about every 300.
 */
export const api: Omit<ServiceInput, 'instances' | 'vcpu' | 'memoryGib' | 'databasePool' | 'uses'> = {
  kind: 'service',
  ports: [{ port: 8000, protocol: 'http' }],
  healthPath: '/health',
};

/** `pool_size` 5 + `max_overflow` 10, SQLAlchemy's defaults. */
export const DEFAULT_POOL = 5 + 10;

/** `pool_size` 20 + `max_overflow` 30. */
export const LARGE_POOL = 20 + 30;

/** For tiers with several instances; the document names no target. */
export const scaling = { cpuPercent: 70 };
