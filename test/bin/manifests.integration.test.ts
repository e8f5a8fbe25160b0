import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManifestsJson } from '../../lib/output/json/manifests';
import { compiledProgram } from '../support/command';
import { sizing } from '../support/run';
import { inScope } from '../support/scope';
import { ROOT } from '../support/sources';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'manifests-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

/** The warnings about a tier without images, certificate and `clientCidrs`. */
const WARNINGS = `warning: Component "voice-entry" accepts connections from private addresses only (RFC 1918) on 5060/tcp, 5060/udp, 10000/udp. Set clientCidrs to the addresses of the clients: 203.0.113.0/24, for example, or 0.0.0.0/0 for every address.
warning: No image yet, only a placeholder that answers health checks: api, python, bridge.
warning: Entry point "entry" serves HTTP without TLS. Set certificate to the ARN of an ACM certificate for HTTPS.
`;

const write = (...argv: readonly string[]) => sizing(['manifests', ...argv, '--output-dir', out]);

describe('sizing manifests', () => {
  test('writes a directory, and states the requirements on the cluster', async () => {
    const { code, stdout, stderr } = await write('aiva', 'small');
    expect({ code, stderr }).toEqual({ code: 0, stderr: WARNINGS });
    expect(stdout).toContain('External Secrets Operator');
    const folder = join(out, 'aiva-dev');
    expect(readdirSync(out)).toEqual(['aiva-dev']);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['00-namespace.yaml', '50-api.yaml', 'Kustomization', 'README.md']));
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('kubectl apply --server-side -f aiva-dev');
  });

  test('another tier replaces it whole', async () => {
    await write('aiva', 'very-large');
    await write('aiva', 'small');
    expect(readdirSync(join(out, 'aiva-dev'))).not.toContain('50-image-worker.yaml');
  });

  test('leaves a folder alone that it has not written', async () => {
    mkdirSync(join(out, 'aiva-dev'));
    writeFileSync(join(out, 'aiva-dev/mine.yaml'), 'mine');
    const { code, stderr } = await write('aiva', 'small');
    expect(code).toBe(1);
    expect(stderr).toContain('expected a new folder, or one that this command wrote');
    expect(readdirSync(join(out, 'aiva-dev'))).toEqual(['mine.yaml']);
  });

  test('is readable for others as far as the umask allows', async () => {
    await write('aiva', 'small');
    expect(statSync(join(out, 'aiva-dev')).mode & 0o777).toBe(0o777 & ~process.umask());
    expect(statSync(join(out, 'aiva-dev/50-api.yaml')).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  test('ends with the reason and exit code 1 where nothing can be written', async () => {
    const { code, stderr } = await sizing(['manifests', 'aiva', 'small', '--output-dir', '/proc/sizing/deep']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: .*\n {2}\/proc\/sizing\/deep\/aiva-dev: cannot be written \(no such file or directory\)/);
  });

  test('a directory for each region of the tier', async () => {
    const { stdout } = await write('barber-ops', 'phase-3', '--json');
    const { directories, tradeOffs } = ManifestsJson.parse(JSON.parse(stdout));
    expect(directories.map(({ path }) => path)).toEqual(
      ['barber-ops-dev', 'barber-ops-dev-us-west-2', 'barber-ops-dev-eu-west-1'].map((name) => join(out, name)),
    );
    expect(tradeOffs.map(({ text }) => text).join()).toContain('are standby clusters');
  });

  test('as a Helm chart with images of a registry', async () => {
    await write('capsules', 'full', '--helm', '--registry', 'example.com/capsules', '--image-tag', '1.4.2');
    expect(readFileSync(join(out, 'capsules-dev/values.yaml'), 'utf8')).toContain('image: example.com/capsules/api:1.4.2');
    expect(existsSync(join(out, 'capsules-dev/templates/50-api.yaml'))).toBe(true);
  });

  test.each([
    ['a platform without manifests', ['--platform', 'ecs'], 'kubernetes or eks: ECS has no manifests'],
    ['a tag of no registry', ['--image-tag', '1'], '--registry: missing; expected the registry of the images: an image tag requires it'],
    ['an image of nothing', ['--image', 'apo=example.com/api:1'], '. Did you mean "api"?'],
    ['an image without a service', ['--image', 'example.com/api:1'], '--image: invalid value "example.com/api:1"'],
    ['a form of ECS', ['--topology', 'single-host'], 'single-host requires platform=ecs'],
  ])('refuses %s and writes nothing', async (_what, flags, message) => {
    const { code, stderr } = await write('aiva', 'small', ...flags);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('the app of cdk8s', () => {
  const COMPILED = [compiledProgram('manifests-app')];
  /** How `cdk8s.yaml` starts it, which takes several times the time of the compiled app. */
  const SOURCE = ['-r', require.resolve('tsx/cjs'), join(ROOT, 'bin/manifests-app.ts')];
  const APPS = [['compiled', COMPILED] as const, ['from its source', SOURCE] as const];
  const synth = (env: Readonly<Record<string, string>>, cwd = ROOT, app: readonly string[] = COMPILED) =>
    spawnSync(process.execPath, app, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, CDK8S_OUTDIR: out, ...env },
    });

  test('writes the same as the command, from the context in cdk8s.yaml and the variables', async () => {
    const { status, stderr } = synth({ SIZING_TIER: 'medium', SIZING_DATA_STORES: 'statefulset' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: WARNINGS });
    const texts = () => readdirSync(join(out, 'aiva-dev')).map((name) => readFileSync(join(out, 'aiva-dev', name), 'utf8'));
    const synthesized = texts();
    await write('aiva', 'medium', '--data-stores', 'statefulset');
    expect(texts()).toEqual(synthesized);
  });

  test('takes the images of the file of the environment, and names the services that have none', () => {
    writeFileSync(join(out, 'cdk8s.yaml'), 'context:\n  environment: prod\n');
    mkdirSync(join(out, 'environments'));
    writeFileSync(join(out, 'environments/prod.json'), '{ "images": { "api": "example.com/api:7", "bridge": "example.com/bridge:7" } }');
    const { status, stderr } = synth({}, out);
    expect({ status, stderr }).toEqual({ status: 0, stderr: WARNINGS.replace('api, python, bridge', 'python') });
    expect(readFileSync(join(out, 'aiva-prod/50-api.yaml'), 'utf8')).toContain('example.com/api:7');
  });

  test.each(inScope(APPS, ([name]) => name === 'compiled'))('reports an invalid variable, %s', (_name, app) => {
    const { status, stderr } = synth({ SIZING_TEIR: 'medium' }, ROOT, app);
    expect(status).toBe(1);
    expect(stderr).toContain('teir: unknown key');
  });
});
