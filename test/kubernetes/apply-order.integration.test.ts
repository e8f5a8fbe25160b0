import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { manifestsOf, objectsOf } from '../../lib/kubernetes/manifests/manifests';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { ApiStub, type Arrived, type StubKind } from '../support/api-stub';
import { mustBePresent } from '../support/judges';
import { HAS_KUBECTL, layerProgram } from '../support/kubectl';
import { inScope } from '../support/scope';

interface Ran {
  readonly code: number | null;
  readonly text: string;
}

function run(program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: { HOME: tmpdir() } });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
    child.on('close', (code) => resolve({ code, text }));
  });
}

/** Without a cluster: a server on the loopback interface records the requests of kubectl in order. */
describe.skipIf(!HAS_KUBECTL && !mustBePresent(process.env))('kubectl apply against a loopback stub', () => {
  let folder: string;
  let kubectl: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'apply-'));
    kubectl = layerProgram('kubectl');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(
    inScope(
      [
        { system: 'aiva', tier: 'very-large', dataStores: 'operator', entry: 'gateway' },
        { system: 'ux-flow', tier: 'scale', dataStores: 'statefulset', entry: 'ingress' },
      ],
      ({ system }) => system === 'aiva',
    ),
  )('sends every object of $system/$tier after its namespace, file by file', async (request) => {
    const blueprint = blueprintFor({ ...request, platform: 'kubernetes' });
    const { files, supportingFiles, directory } = manifestsOf(blueprint);
    const objects = objectsOf(blueprint).flatMap((file) => file.objects);
    const out = mkdtempSync(join(folder, directory));
    for (const { path, text } of [...files, ...supportingFiles]) writeFileSync(join(out, path), text);
    const kinds = new Map<string, StubKind>();
    for (const { apiVersion, kind, metadata } of objects) {
      kinds.set(`${apiVersion}/${kind}`, { apiVersion, kind, namespaced: metadata.namespace !== undefined });
    }
    const stub = new ApiStub([...kinds.values()]);
    const server = await stub.listen();
    try {
      const { code, text } = await run(kubectl, ['-s', server, 'apply', '--server-side', '--validate=false', '-f', out]);
      expect(text).not.toMatch(/error/i);
      expect(code).toBe(0);
      expect(stub.arrived).toEqual(
        objects.map(({ kind, metadata }): Arrived => ({ kind, namespace: metadata.namespace, name: metadata.name })),
      );
      const kustomized = await run(kubectl, ['kustomize', out]);
      expect(parseManifests(kustomized.text, 'kustomized')).toHaveLength(objects.length);
    } finally {
      await stub.close();
    }
  });
});
