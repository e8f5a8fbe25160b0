/** An image that manifests run, besides those of the services. */
export interface ManifestImage {
  /** Registry, repository and tag. */
  readonly reference: string;
  /** Page of the publisher that lists the tag, and the date when it was read, ISO 8601. Absent: no such page was read. */
  readonly listedAt?: {
    /** Address of the page. */
    readonly source: string;
    /** Date when the page was read, ISO 8601. */
    readonly on: string;
  };
}

const CHECKED_ON = '2026-11-29';
/** Percona certified images of the operator 1.2.0, with their digests. */
const PERCONA_MYSQL = 'https://github.com/percona/k8sps-docs/blob/main/docs/ReleaseNotes/Kubernetes-Operator-for-PS-RN1.2.0.md';
/** Percona certified images of the operator 1.23.0, with their digests. Those of 1.23.1 were a draft without the operator itself when this page was read. */
const PERCONA_MONGODB = 'https://github.com/percona/k8spsmdb-docs/blob/main/docs/RN/Kubernetes-Operator-for-PSMONGODB-RN1.23.0.md';
/** Default image of poolers. */
const CLOUDNATIVE_PG = 'https://github.com/cloudnative-pg/cloudnative-pg/blob/main/pkg/versions/versions.go';

/** Charts of the publisher of the exporter: the tag is the `appVersion`. */
const POSTGRES_EXPORTER =
  'https://github.com/prometheus-community/helm-charts/blob/prometheus-postgres-exporter-7.2.1/charts/prometheus-postgres-exporter/Chart.yaml';
const PGBOUNCER_EXPORTER =
  'https://github.com/prometheus-community/helm-charts/blob/prometheus-pgbouncer-exporter-0.10.1/charts/prometheus-pgbouncer-exporter/Chart.yaml';
/** Tags of the release on Docker Hub. */
const VALKEY = 'https://valkey.io/download/releases/v8-1-0';

function listed(reference: string, source: string, on = CHECKED_ON): ManifestImage {
  return { reference, listedAt: { source, on } };
}

/** Image of the ChromaDB project on Docker Hub; since 1.0 its data folder is `/data`. */
export const CHROMA_IMAGE = 'chromadb/chroma:1.5.3';

/**
 * The images with a fixed tag. They are tags and not digests, because a digest is that of one processor architecture, and nodes can have either architecture. The
 * images of database engines and caches have the version of the engine as their tag: `engineImage`.
 */
export const IMAGES = {
  perconaServer: listed('docker.io/percona/percona-server:8.4.10-10.1', PERCONA_MYSQL),
  perconaXtrabackup: listed('docker.io/percona/percona-xtrabackup:8.4.0-6.1', PERCONA_MYSQL),
  perconaHaproxy: listed('docker.io/percona/haproxy:2.8.18-1', PERCONA_MYSQL),
  perconaToolkit: listed('docker.io/percona/percona-toolkit:3.7.1-4', PERCONA_MYSQL),
  mongodb: listed('docker.io/percona/percona-server-mongodb:8.0.26-11', PERCONA_MONGODB),
  mongodbBackup: listed('docker.io/percona/percona-backup-mongodb:2.15.0', PERCONA_MONGODB),
  pgbouncer: listed('ghcr.io/cloudnative-pg/pgbouncer:1.25.1', CLOUDNATIVE_PG),
  cloudnativePostgres: { reference: 'ghcr.io/cloudnative-pg/postgresql:17.10' },
  chroma: { reference: `docker.io/${CHROMA_IMAGE}` },
  awsCli: { reference: 'public.ecr.aws/aws-cli/aws-cli:2.31.0' },
  mysqlExporter: { reference: 'docker.io/prom/mysqld-exporter:v0.18.0' },
  postgresExporter: listed('quay.io/prometheuscommunity/postgres-exporter:v0.18.1', POSTGRES_EXPORTER, '2026-12-01'),
  pgbouncerExporter: listed('quay.io/prometheuscommunity/pgbouncer-exporter:v0.12.1', PGBOUNCER_EXPORTER, '2026-12-01'),
  valkey: listed('docker.io/valkey/valkey:8.1', VALKEY, '2026-12-01'),
  redisExporter: { reference: 'docker.io/oliver006/redis_exporter:v1.69.0' },
  mongodbExporter: { reference: 'docker.io/percona/mongodb_exporter:0.47.1' },
} as const satisfies Readonly<Record<string, ManifestImage>>;

/** Repositories of the images of engines. Those of Docker are mirrored by Amazon ECR Public, which has no limit of anonymous pulls on AWS. */
const ENGINES = {
  mysql: 'public.ecr.aws/docker/library/mysql',
  mariadb: 'public.ecr.aws/docker/library/mariadb',
  postgres: 'public.ecr.aws/docker/library/postgres',
  redis: 'public.ecr.aws/docker/library/redis',
  valkey: 'docker.io/valkey/valkey',
} as const;

/** The image of an engine. Its tag moves with the patch releases of the version. */
export function engineImage(engine: keyof typeof ENGINES, version: string): string {
  return `${ENGINES[engine]}:${version}`;
}

/**
 * Image of a cache engine. Redis 7.1 exists on ElastiCache only; the image is 7.2, the closest open-source version. Valkey images
 * are not in the Docker official images, but in a repository of the project.
 */
export function cacheImage(engine: 'redis' | 'valkey', engineVersion: string): string {
  return engineImage(engine, engine === 'redis' && engineVersion === '7.1' ? '7.2' : engineVersion);
}

/** The images of a directory, each with the page that lists its tag. Images of services are those of the user. */
export function knownImages(references: readonly string[]): readonly ManifestImage[] {
  const fixed = new Map<string, ManifestImage>(Object.values(IMAGES).map((image) => [image.reference, image]));
  const engines = Object.values(ENGINES);
  return [...new Set(references)].sort().flatMap((reference) => {
    const known = fixed.get(reference);
    if (known !== undefined) return [known];
    return engines.some((repository) => reference.startsWith(`${repository}:`)) ? [{ reference }] : [];
  });
}
