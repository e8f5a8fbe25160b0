import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { IMAGES, knownImages } from '../../lib/conventions/images';
import { objectsOf } from '../../lib/kubernetes/manifests/manifests';
import { SYSTEMS } from '../../tiers';
import { aivaWithMariadb } from '../support/systems';

const FORMS = ['statefulset', 'operator'] as const;

function imagesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    typeof child === 'string' && /^image(Name)?$/.test(key) ? [child] : imagesIn(child),
  );
}

/** Images of every system, with the services' own ones named so that they are recognized. */
const used = new Set(
  [...SYSTEMS, aivaWithMariadb()].flatMap((system) =>
    FORMS.flatMap((dataStores) =>
      system.tiers.flatMap(({ id }) => {
        const blueprint = blueprintFor({ system, tier: id, platform: 'kubernetes', dataStores });
        return objectsOf(blueprint, { registry: 'services.example', imageTag: '1' }).flatMap(({ objects }) => objects.flatMap(imagesIn));
      }),
    ),
  ),
);

describe('the images of manifests', () => {
  const others = [...used].filter((image) => !image.startsWith('services.example/'));

  test('are in the list, each with a tag', () => {
    expect(others.filter((image) => knownImages([image]).length === 0)).toEqual([]);
    expect(others.filter((image) => !/:[\w.-]+$/.test(image) || image.endsWith(':latest'))).toEqual([]);
  });

  test('are all of the list', () => {
    expect(Object.values(IMAGES).filter(({ reference }) => !used.has(reference))).toEqual([]);
  });

  // Release notes of the operators 1.2.0 (percona/k8sps-docs, commit 059e329; an earlier draft had toolkit 3.7.1-3) and 1.23.0
  // (percona/k8spsmdb-docs), "Percona certified images": the tags that Percona tests together. cloudnative-pg, pkg/versions/versions.go, DefaultPgbouncerImage.
  // prometheus-community/helm-charts, appVersion of prometheus-postgres-exporter 7.2.1 and prometheus-pgbouncer-exporter 0.10.1. valkey.io, "Download Valkey 8.1.0".
  test('are those that their publishers list', () => {
    expect(
      Object.fromEntries(Object.entries(IMAGES).flatMap(([name, image]) => ('listedAt' in image ? [[name, image.reference]] : []))),
    ).toEqual({
      perconaServer: 'docker.io/percona/percona-server:8.4.10-10.1',
      perconaXtrabackup: 'docker.io/percona/percona-xtrabackup:8.4.0-6.1',
      perconaHaproxy: 'docker.io/percona/haproxy:2.8.18-1',
      perconaToolkit: 'docker.io/percona/percona-toolkit:3.7.1-4',
      mongodb: 'docker.io/percona/percona-server-mongodb:8.0.26-11',
      mongodbBackup: 'docker.io/percona/percona-backup-mongodb:2.15.0',
      pgbouncer: 'ghcr.io/cloudnative-pg/pgbouncer:1.25.1',
      postgresExporter: 'quay.io/prometheuscommunity/postgres-exporter:v0.18.1',
      pgbouncerExporter: 'quay.io/prometheuscommunity/pgbouncer-exporter:v0.12.1',
      valkey: 'docker.io/valkey/valkey:8.1',
    });
  });
});
