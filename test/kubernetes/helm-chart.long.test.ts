import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { writeFolders } from '../../lib/io/write-folders';
import { helmChartOf } from '../../lib/kubernetes/manifests/helm-chart';
import { objectsOf } from '../../lib/kubernetes/manifests/manifests';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { directoryReadme, GENERATED_MARKER } from '../../lib/output/directory-readme';
import { mustBePresent } from '../support/judges';
import { HAS_KUBECTL, layerProgram } from '../support/kubectl';

const blueprint = blueprintFor({ system: 'aiva', tier: 'very-large', platform: 'kubernetes', gpu: 't4' });

/** Objects by kind and name, for a comparison that ignores their order. */
function byName(objects: readonly unknown[]): Map<string, unknown> {
  const named = objects as readonly { readonly kind: string; readonly metadata: { readonly name: string } }[];
  return new Map(named.map((object) => [`${object.kind} ${object.metadata.name}`, object] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.skipIf(!HAS_KUBECTL && !mustBePresent(process.env))('helm', () => {
  let folder: string;
  let chart: string;
  let helm: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'helm-'));
    helm = layerProgram('helm');
    const { directory, files, notes } = helmChartOf(blueprint);
    chart = join(folder, directory);
    writeFolders([{ path: chart, files: [...files, { path: 'README.md', text: directoryReadme(notes) }] }], GENERATED_MARKER);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]) => spawnSync(helm, args, { encoding: 'utf8', env: { HOME: folder } });

  test('lints the chart without errors', () => {
    const { status, stdout } = run('lint', '--strict', chart);
    expect(stdout).toContain('0 chart(s) failed');
    expect(status).toBe(0);
  });

  test('renders the same objects as the manifests', () => {
    const { status, stdout, stderr } = run('template', 'aiva-dev', chart, '--namespace', 'aiva-dev');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const rendered = parseManifests(stdout, 'rendered').map(({ raw }) => raw);
    expect(byName(rendered)).toEqual(byName(objectsOf(blueprint).flatMap(({ objects }) => objects)));
  });

  test('renders another image and other replicas from values', () => {
    const { stdout } = run(
      'template',
      'aiva-dev',
      chart,
      '--set',
      'services.api.image=example.com/api:2',
      '--set',
      'services.api.maxReplicas=40',
    );
    const objects = byName(parseManifests(stdout, 'rendered').map(({ raw }) => raw));
    expect(objects.get('Deployment api')).toMatchObject({ spec: { template: { spec: { containers: [{ image: 'example.com/api:2' }] } } } });
    expect(objects.get('HorizontalPodAutoscaler api')).toMatchObject({ spec: { maxReplicas: 40 } });
  });
});
