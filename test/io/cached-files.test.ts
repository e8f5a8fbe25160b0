import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CachedFiles } from '../../lib/io/cached-files';
import { fingerprintOf, fingerprintOfData, fingerprintOfRooms } from '../../lib/io/fingerprint';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sizing-cached-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('cached files', () => {
  it('are read back, also by another process, and other files are not', () => {
    new CachedFiles(join(folder, 'deep/er')).put('a', 'one');
    expect(new CachedFiles(join(folder, 'deep/er')).get('a')).toBe('one');
    expect(new CachedFiles(join(folder, 'deep/er')).get('b')).toBeUndefined();
  });

  it('remove the oldest when there are too many, and unfinished ones', () => {
    const few = join(folder, 'few');
    const cache = new CachedFiles(few, 2);
    for (const [index, key] of ['a', 'b', 'c'].entries()) {
      cache.put(key, key);
      utimesSync(join(few, `${key}.cached`), index, index);
    }
    cache.put('d', 'd');
    expect(readdirSync(few).sort()).toEqual(['c.cached', 'd.cached']);
  });

  it('are not written to a folder that is not writable, without an error', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const below of [join(file, 'below'), '/proc/sizing/cache']) {
      const cache = new CachedFiles(below);
      cache.put('a', 'one');
      expect(cache.get('a')).toBeUndefined();
      cache.drop('a');
    }
  });

  it.each<[string, (entry: Buffer) => Buffer | string]>([
    ['cut off', (entry) => entry.subarray(0, -1)],
    ['empty', () => ''],
    ['of one line', () => 'one'],
    ['with another content', (entry) => String(entry).replace('one', 'two')],
    ['with another digest', (entry) => String(entry).replace(/^./, (first) => (first === '0' ? '1' : '0'))],
    ['of another key', () => readFileSync(join(folder, 'wrong/b.cached'))],
    ['that is no UTF-8', (entry) => Buffer.concat([entry, Buffer.from([0xff])])],
  ])('are removed when they are wrong: a file %s', (_what, change) => {
    const cache = new CachedFiles(join(folder, 'wrong'));
    const path = join(folder, 'wrong/a.cached');
    cache.put('a', 'one');
    cache.put('b', 'two');
    writeFileSync(path, change(readFileSync(path)));
    expect(cache.get('a')).toBeUndefined();
    cache.put('a', 'one');
    expect(cache.get('a')).toBe('one');
  });

  it('are in a folder of the user alone, and a folder that others may write to is not used', () => {
    const own = join(folder, 'own');
    const cache = new CachedFiles(own);
    cache.put('a', 'one');
    expect(statSync(own).mode & 0o777).toBe(0o700);
    chmodSync(own, 0o770);
    expect(cache.get('a')).toBeUndefined();
    cache.put('b', 'two');
    expect(readdirSync(own)).toEqual(['a.cached']);
    chmodSync(own, 0o755);
    expect(cache.get('a')).toBe('one');
  });
});

describe('a fingerprint', () => {
  it('is that of the text, and of the code in folders', () => {
    expect(fingerprintOf('a')).toBe(fingerprintOf('a'));
    expect(fingerprintOf('a')).not.toBe(fingerprintOf('b'));
    mkdirSync(join(folder, 'room'));
    const code = join(folder, 'room/code.ts');
    const prints = ['1', '2', '1'].map((text) => {
      writeFileSync(code, text);
      return fingerprintOfRooms(['room'], folder);
    });
    expect(prints[0]).toBe(prints[2]);
    expect(prints[0]).not.toBe(prints[1]);
    writeFileSync(join(folder, 'room/notes.md'), 'no code');
    expect(fingerprintOfRooms(['room'], folder)).toBe(prints[2]);
  });
});

describe('the fingerprint of plain data', () => {
  it('differs for values that JSON writes alike', () => {
    const values = [{}, { a: undefined }, { a: null }, { a: Number.NaN }, { a: Number.POSITIVE_INFINITY }, { a: 0 }, { a: -0 }, { a: '0' }];
    expect(new Set(values.map(fingerprintOfData)).size).toBe(values.length);
  });

  it('is undefined for functions', () => {
    expect(fingerprintOfData({ a: () => 1 })).toBeUndefined();
  });
});
