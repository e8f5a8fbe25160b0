import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../lib/core/problems';
import { writeTextFile } from '../../lib/io/write-file';
import { type WrittenFolder, writeFolders } from '../../lib/io/write-folders';
import { compiledModule } from '../support/command';
import { ROOT } from '../support/sources';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sizing-write-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MARK = '<!-- mark -->';
/** A program that writes with the writer of this package, given as `source`. */
function writer(script: string): readonly string[] {
  return [
    '-e',
    `const source = { ...require('${compiledModule('lib/io/write-file')}'), ...require('${compiledModule('lib/io/write-folders')}') }; const path = ${JSON.stringify(join(folder, 'target'))}; ${script}`,
  ];
}

function written(version: number, path = join(folder, 'target')): WrittenFolder {
  const files = Array.from({ length: 20 }, (_, index) => ({ path: `${index}.txt`, text: String(version) }));
  return { path, files: [...files, { path: 'README.md', text: `${MARK}${version}` }, { path: 'in/deep.txt', text: String(version) }] };
}

/** The same folder as an expression for the other process, in which `version` is a variable. */
const WRITTEN = `({ path, files: [...Array.from({ length: 20 }, (_, index) => ({ path: index + '.txt', text: String(version) })),
  { path: 'README.md', text: '${MARK}' + version }, { path: 'in/deep.txt', text: String(version) }] })`;

/** Versions of the files in the folder: one when it is whole. */
function versionsIn(path: string): string[] {
  const names = [...Array.from({ length: 20 }, (_, index) => `${index}.txt`), 'in/deep.txt'];
  return [...new Set(names.map((name) => readFileSync(join(path, name), 'utf8')))];
}

async function killed(script: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, writer(script), { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  await setTimeout(afterMs);
  child.kill('SIGKILL');
  await once(child, 'close');
}

function refusal(write: () => void): string {
  try {
    write();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ path, reason }) => `${path}: ${reason}`).join();
    throw error;
  }
  return 'written';
}

describe('a file', () => {
  it('is written into folders that do not exist yet, and replaced', () => {
    const path = join(folder, 'a/b/file.json');
    writeTextFile(path, 'one');
    writeTextFile(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['file.json']);
  });

  it('has the permissions that the umask leaves, and keeps those that it has', () => {
    const script = (umask: string) => `process.umask(${umask}); source.writeTextFile(path + '/${umask}.txt', 'x');`;
    for (const umask of ['0o022', '0o077', '0o002']) spawnSync(process.execPath, writer(script(umask)), { cwd: ROOT });
    const modes = (names: readonly string[]) => names.map((name) => (statSync(join(folder, 'target', name)).mode & 0o777).toString(8));
    expect(modes(['0o022.txt', '0o077.txt', '0o002.txt', '.'])).toEqual(['644', '600', '664', '755']);
    chmodSync(join(folder, 'target/0o022.txt'), 0o600);
    writeTextFile(join(folder, 'target/0o022.txt'), 'y');
    expect(modes(['0o022.txt'])).toEqual(['600']);
  });

  it('is written through a link, which stays a link', () => {
    writeFileSync(join(folder, 'real'), 'old');
    symlinkSync('real', join(folder, 'link'));
    writeTextFile(join(folder, 'link'), 'new');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
    expect(realpathSync(join(folder, 'link'))).toBe(join(folder, 'real'));
  });

  it('may be a pipe or a device, which is not replaced', () => {
    const command = [process.execPath, ...writer(`source.writeTextFile('/dev/stdout', 'x'.repeat(10));`)];
    const { stdout } = spawnSync('sh', ['-c', '"$@" | cat', 'sh', ...command], { cwd: ROOT });
    expect(String(stdout)).toBe('xxxxxxxxxx');
    writeTextFile('/dev/null', 'x');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it.each<[string, () => string, string]>([
    ['a full disk', () => '/dev/full', 'no space left on device'],
    ['a folder', () => folder, 'is a directory'],
    ['a path below a file', () => join(folder, 'file/below'), 'not a directory'],
    ['a path below /proc', () => '/proc/sizing/deep/er', 'no such file or directory'],
    ['a name that is too long', () => join(folder, 'x'.repeat(300)), 'file name too long'],
  ])('is refused with the reason: %s', (_what, path, reason) => {
    writeFileSync(join(folder, 'file'), '');
    expect(refusal(() => writeTextFile(path(), 'x'))).toContain(reason);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('is refused where the user may not write', () => {
    mkdirSync(join(folder, 'target'), { mode: 0o555 });
    chmodSync(folder, 0o755);
    const script = `if (process.getuid() === 0) process.setuid(65534);
      try { source.writeTextFile(path + '/file', 'x'); } catch (error) { console.log(error.problems[0].reason); }`;
    expect(String(spawnSync(process.execPath, writer(script), { cwd: ROOT }).stdout)).toBe('cannot be written (permission denied)\n');
  });

  it('is the old or the new one when the process is killed, and the next run removes the unfinished one', async () => {
    const path = join(folder, 'target');
    const bytes = 3_000_000;
    const script = `for (let version = 0; ; version++) { source.writeTextFile(path, String(version % 10).repeat(${bytes})); if (version === 0) console.log(''); }`;
    for (const afterMs of [3, 20]) {
      await killed(script, afterMs);
      const content = readFileSync(path, 'utf8');
      expect(content.slice(0, 1)).toMatch(/^\d$/);
      expect(content === content.slice(0, 1).repeat(bytes), `${content.length} bytes that are not all "${content.slice(0, 1)}"`).toBe(true);
    }
    writeTextFile(path, 'last');
    expect(readdirSync(folder)).toEqual(['target']);
  });
});

describe('a folder', () => {
  it('is replaced whole, with the permissions that the umask leaves', () => {
    writeFolders([written(1)], MARK);
    writeFileSync(join(folder, 'target/stale.txt'), '');
    writeFolders([written(2)], MARK);
    expect(versionsIn(join(folder, 'target'))).toEqual(['2']);
    expect(existsSync(join(folder, 'target/stale.txt'))).toBe(false);
    const mode = 0o777 & ~process.umask();
    for (const name of ['target', 'target/in']) expect(statSync(join(folder, name)).mode & 0o777).toBe(mode);
    expect(statSync(join(folder, 'target/0.txt')).mode & 0o777).toBe(0o666 & ~process.umask());
    expect(readdirSync(folder)).toEqual(['target']);
  });

  it('stays as it was when another one of the same run cannot be written', () => {
    writeFolders([written(1)], MARK);
    expect(refusal(() => writeFolders([written(2), written(2, '/proc/sizing')], MARK))).toContain('no such file or directory');
    expect(versionsIn(join(folder, 'target'))).toEqual(['1']);
    expect(readdirSync(folder)).toEqual(['target']);
  });

  it('is whole when the process is killed, at the latest after the next run', async () => {
    const script = `for (let version = 0; ; version++) { source.writeFolders([${WRITTEN}], '${MARK}'); if (version === 0) console.log(''); }`;
    for (const afterMs of [2, 15]) {
      await killed(script, afterMs);
      writeTextFile(join(folder, 'other'), 'a later run');
      expect(versionsIn(join(folder, 'target'))).toHaveLength(1);
      expect(readdirSync(folder)).toEqual(['other', 'target']);
    }
  });

  it('is put back when the process was killed between the two renames of a replacement', () => {
    const [pid] = [spawnSync(process.execPath, ['-e', '']).pid];
    writeFolders([written(1)], MARK);
    const host = /-([0-9a-f]{8})-/.exec(leftoverName()) ?? [];
    const staging = join(folder, `.sizing-${pid}-${host[1]}-000000000000.tmp`);
    mkdirSync(join(staging, 'new'), { recursive: true });
    spawnSync('mkdir', ['-p', join(staging, 'replaced')]);
    spawnSync('mv', [join(folder, 'target'), join(staging, 'replaced/target')]);
    writeTextFile(join(folder, 'other'), '');
    expect(versionsIn(join(folder, 'target'))).toEqual(['1']);
    expect(readdirSync(folder)).toEqual(['other', 'target']);
  });

  /** The name of a file that a killed process left. */
  function leftoverName(): string {
    const script = `const { renameSync } = require('node:fs');
      require('node:fs').renameSync = () => process.kill(process.pid, 'SIGKILL'); source.writeTextFile(path + '.txt', '');`;
    spawnSync(process.execPath, writer(script), { cwd: ROOT });
    return readdirSync(folder).find((name) => name.endsWith('.tmp')) ?? '';
  }

  it('keeps files of a running process, and removes files that another host left a day ago', () => {
    const names = [`.sizing-${process.pid}-ffffffff-000000000000.tmp`, '.sizing-1-ffffffff-111111111111.tmp', '.sizing-x.tmp'];
    for (const name of names) writeFileSync(join(folder, name), '');
    utimesSync(join(folder, names[1] ?? ''), 1, 1);
    writeTextFile(join(folder, 'file'), '');
    expect(readdirSync(folder)).toEqual([names[0], names[2], 'file']);
  });

  it('is one of eight that are written to the same path at the same time', async () => {
    const script = `const version = process.pid; for (let run = 0; run < 5; run++) { source.writeFolders([${WRITTEN}], '${MARK}'); source.writeTextFile(path + '.json', 'x'.repeat(100000)); }`;
    const children = Array.from({ length: 8 }, () => spawn(process.execPath, writer(script), { cwd: ROOT, stdio: 'ignore' }));
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'close'))[0]));
    expect(codes).toEqual(Array.from({ length: 8 }, () => 0));
    expect(versionsIn(join(folder, 'target'))).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['target', 'target.json']);
  });
});
