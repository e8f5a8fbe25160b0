import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf, fingerprintOfRooms, KeptFiles } from '../../lib/source';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sizing-kept-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('kept files', () => {
  it('are read back, by another process too, and nothing else is', () => {
    new KeptFiles(join(folder, 'deep/er')).put('a', 'one');
    expect(new KeptFiles(join(folder, 'deep/er')).get('a')).toBe('one');
    expect(new KeptFiles(join(folder, 'deep/er')).get('b')).toBeUndefined();
  });

  it('leave the oldest behind when they are too many, and nothing unfinished', () => {
    const few = join(folder, 'few');
    const kept = new KeptFiles(few, 2);
    for (const [index, key] of ['a', 'b', 'c'].entries()) {
      kept.put(key, key);
      utimesSync(join(few, `${key}.json`), index, index);
    }
    kept.put('d', 'd');
    expect(readdirSync(few).sort()).toEqual(['c.json', 'd.json']);
  });

  it('are not kept where nothing can be written, and nobody is told', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const kept = new KeptFiles(join(file, 'below'));
    kept.put('a', 'one');
    expect(kept.get('a')).toBeUndefined();
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
