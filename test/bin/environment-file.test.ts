import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { requestFromContext } from '../../bin/context-request';
import { synthApp } from '../../bin/synth-app';
import { check } from '../../lib/check/check';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { InputError } from '../../lib/core/problems';

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sizing-blueprints-environment-'));
  folders.push(folder);
  return folder;
}

/** A folder of `cdk.json` with the file of the environment `prod`, as an object or as text. */
function project(file: unknown): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'environments'));
  const text = typeof file === 'string' ? file : JSON.stringify(file, null, 2);
  writeFileSync(join(folder, 'environments/prod.json'), text);
  return folder;
}

function synthesized(context: Readonly<Record<string, unknown>>, projectFolder: string) {
  const outdir = newFolder();
  let stderr = '';
  const code = synthApp({
    context: { environment: 'prod', ...context },
    projectFolder,
    outdir,
    stderr: (text) => {
      stderr += text;
    },
    today: new Date('2021-08-04'),
  });
  return { code, stderr, template: () => readFileSync(join(outdir, 'aiva-prod.template.json'), 'utf8') };
}

/** The message of the InputError about a file and a context. */
function refusal(file: unknown, context: Readonly<Record<string, unknown>> = {}): string {
  try {
    requestFromContext({ environment: 'prod', ...context }, project(file));
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('accepted');
}

describe('the file of an environment', () => {
  test('sets options, images and administrators of the cluster', () => {
    const clusterAdmins = ['arn:aws:iam::123456789012:role/Platform'];
    const folder = project({ $schema: 'x', imageTag: '1.4.2', region: 'eu-west-1', gpu: 'none', clusterAdmins, images: { api: 'a/b:1' } });
    const { blueprint, deployment, warnings } = requestFromContext({ environment: 'prod', tier: 'large' }, folder);
    expect(blueprint.options).toMatchObject({ environment: 'prod', region: 'eu-west-1', gpu: 'none' });
    expect(deployment).toEqual({ imageTag: '1.4.2', clusterAdmins, images: { api: 'a/b:1' } });
    expect(warnings).toEqual([]);
  });

  test('is overridden by the context', () => {
    const folder = project({ imageTag: '1.4.2', region: 'eu-west-1' });
    const { blueprint, deployment } = requestFromContext({ environment: 'prod', region: 'us-west-2', imageTag: '1.5.0' }, folder);
    expect(blueprint.options.region).toBe('us-west-2');
    expect(deployment.imageTag).toBe('1.5.0');
  });

  test('is one of the environment that the context names', () => {
    const folder = project({ imageTag: '1.4.2' });
    const { deployment, warnings } = requestFromContext({}, folder);
    expect(deployment).toEqual({});
    expect(warnings).toEqual([`File ${folder}/environments/dev.json does not exist: all options are those of the context.`]);
  });

  test.each([
    [{ imagTag: '1' }, /prod\.json: imagTag: unknown key; expected one of .*\. Did you mean "imageTag"\?/],
    [{ environment: 'prod' }, /prod\.json: environment: unknown key/],
    [{ tier: 'large' }, /prod\.json: tier: unknown key/],
    [{ imageTag: 1.4 }, /prod\.json: imageTag: invalid value 1\.4; expected a string/],
    [{ gpu: 't5' }, /prod\.json: gpu: invalid value "t5".*Did you mean "t4"/],
    [{ images: { appi: 'a/b:1' } }, /prod\.json: images\.appi: unknown key.*Did you mean "api"/],
    [{ topology: 'single-host', compute: 'fargate' }, /prod\.json: compute: invalid value "fargate"/],
    ['{ "imageTag": "1.4.2", "imageTag": "1.5.0" }', /prod\.json: .*duplicate/i],
    ['{ "__proto__": { "imageTag": "1" } }', /prod\.json: __proto__: unknown key/],
    ['', /prod\.json: .*expected an object/],
    ['[]', /prod\.json: .*expected an object/],
  ])('%j is rejected with its path', (file, message) => {
    expect(refusal(file)).toMatch(message);
  });

  test('is rejected together with the context, each problem with its source', () => {
    const text = refusal({ imagTag: '1' }, { gpo: 't4', region: 'mars' });
    expect(text).toMatch(/-c region: invalid value "mars"/);
    expect(text).toMatch(/-c gpo: unknown key/);
    expect(text).toMatch(/prod\.json: imagTag: unknown key/);
  });

  test('is not read at a path that the name of an environment makes', () => {
    const folder = project({ imageTag: '1' });
    expect(() => requestFromContext({ environment: '../environments/prod' }, folder)).toThrow(/-c environment: invalid value/);
  });
});

describe('cdk synth', () => {
  test('rejects a stack without images, and states how to name them', () => {
    const { code, stderr } = synthesized({}, newFolder());
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /-c imageTag: no image for api, python, bridge; expected a tag in .*environments\/prod\.json \("imageTag": "1\.4\.2"\) or in -c imageTag=1\.4\.2, an image of each service in "images" of the file, or -c imageTag=placeholder/,
    );
  });

  test('rejects a stack with images of some services', () => {
    const { code, stderr } = synthesized({}, project({ images: { api: 'example.com/api:7' } }));
    expect(code).toBe(1);
    expect(stderr).toMatch(/no image for python, bridge;/);
  });

  test('synthesizes a placeholder that is requested by name, and names the services that run it', () => {
    const { code, stderr, template } = synthesized({ imageTag: 'placeholder' }, newFolder());
    expect(code).toBe(0);
    expect(stderr).toMatch(/No image yet, only a placeholder that answers health checks: api, python, bridge\./);
    expect(template()).toContain('library/busybox');
    expect(template()).not.toContain(':placeholder');
  });

  test('keeps the images and HTTPS of the environment when nothing but the tier is typed', () => {
    const folder = project({ imageTag: '1.4.2', certificate: CERTIFICATE });
    for (const tier of ['small', 'medium']) {
      const { code, stderr, template } = synthesized({ tier }, folder);
      expect(code).toBe(0);
      expect(stderr).not.toMatch(/placeholder|without TLS|does not exist/);
      expect(template()).toContain(':1.4.2');
      expect(template()).not.toContain('library/busybox');
      expect(template()).toContain(CERTIFICATE);
      const broken = check([templateFrom(JSON.parse(template()), 'aiva-prod', 'us-east-1')]).map(({ rule }) => rule);
      expect(broken.filter((rule) => rule === 'ecs-placeholder-image' || rule === 'elb-plain-http')).toEqual([]);
    }
  });

  test('warns of an entry point without TLS', () => {
    const { stderr } = synthesized({}, project({ imageTag: '1.4.2' }));
    expect(stderr).toContain('Entry point "entry" serves HTTP without TLS. Set certificate to the ARN of an ACM certificate for HTTPS.');
  });
});
