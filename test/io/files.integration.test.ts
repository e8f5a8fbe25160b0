import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError, problemText } from '../../lib/core/problems';
import { piecesOf } from '../../lib/io/descriptor';
import { entriesOf, exists, pathKind, readText } from '../../lib/io/files';
import { realPathInside } from '../../lib/io/real-path';

let folder = '';
const at = (...names: readonly string[]) => join(folder, ...names);
const OPTIONS = { expected: 'a small file', maxBytes: 1_000 };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  mkdirSync(at('inside', 'deeper'), { recursive: true });
  writeFileSync(at('outside.txt'), 'outside');
  writeFileSync(at('inside', 'a.txt'), 'text');
});
afterAll(() => rmSync(folder, { recursive: true }));

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

const read = (path: string) => readText(path, path, OPTIONS);
const readInside = (path: string) => readText(path, path, { ...OPTIONS, inside: at('inside') });

describe('a file that is read', () => {
  test.each([
    ['little', [0xff, 0xfe, 0x61, 0x00, 0x3d, 0xd8, 0x00, 0xde]],
    ['big', [0xfe, 0xff, 0x00, 0x61, 0xd8, 0x3d, 0xde, 0x00]],
  ])('has its text in UTF-16, %s-endian', (_, bytes) => {
    writeFileSync(at('utf-16'), Uint8Array.from(bytes));
    expect(read(at('utf-16'))).toBe('a😀');
  });

  test('has its text, without the byte order mark', () => {
    writeFileSync(at('bom.txt'), Buffer.from([0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0x0a]));
    expect(read(at('bom.txt'))).toBe('é\n');
  });

  test('may be a link, when the user named it', () => {
    symlinkSync(at('outside.txt'), at('inside', 'link.txt'));
    expect(read(at('inside', 'link.txt'))).toBe('outside');
  });

  test('is read when it is exactly as large as its limit', () => {
    writeFileSync(at('full.txt'), 'x'.repeat(1_000));
    expect(read(at('full.txt'))).toHaveLength(1_000);
  });
});

describe('files that are not text', () => {
  test.each<[string, () => string, string]>([
    ['a folder', () => at('inside'), 'is a folder; expected a small file'],
    ['a missing file', () => at('missing'), 'does not exist; expected a small file'],
    ['a file below a file', () => at('outside.txt', 'below'), 'does not exist; expected a small file'],
    ['a device without end', () => '/dev/zero', 'is a device; expected a small file'],
    ['a path that no file can have', () => at('a\0b'), 'is not a valid path; expected a small file'],
    ['a name that is too long', () => at('x'.repeat(300)), 'file name is too long; expected a small file'],
    ['a descriptor that is not open', () => '/dev/fd/999999', 'does not exist; expected a small file'],
    ['the memory of this process, which has no size', () => '/proc/self/mem', 'cannot be read (EIO); expected a small file'],
    ['a file of the kernel that says its size is 0', () => '/proc/self/smaps', 'has more than 1,000 bytes; expected at most 1,000 bytes'],
  ])('%s', (_, path, problem) => {
    const place = problem.startsWith('has more than') ? 'file' : path();
    expect(problemsOf(() => read(path()))).toEqual([`${place}: ${problem}`]);
  });

  test('a named pipe, which nothing writes to', () => {
    execFileSync('mkfifo', [at('pipe')]);
    expect(problemsOf(() => read(at('pipe')))).toEqual([`${at('pipe')}: is a named pipe; expected a small file`]);
    expect(problemsOf(() => pathKind(at('pipe'), 'a small file'))).toEqual([`${at('pipe')}: is a named pipe; expected a small file`]);
  });

  test('a link to a device', () => {
    symlinkSync('/dev/zero', at('inside', 'zero'));
    expect(problemsOf(() => read(at('inside', 'zero')))).toEqual([`${at('inside', 'zero')}: is a device; expected a small file`]);
  });

  test('links that lead to each other', () => {
    symlinkSync(at('left'), at('right'));
    symlinkSync(at('right'), at('left'));
    expect(problemsOf(() => read(at('left')))).toEqual([`${at('left')}: is a symbolic link to itself; expected a small file`]);
    expect(problemsOf(() => exists(at('left'), 'a small file'))).toHaveLength(1);
  });

  test('a sparse file of a terabyte', () => {
    writeFileSync(at('sparse'), '');
    truncateSync(at('sparse'), 1_000_000_000_000);
    expect(problemsOf(() => read(at('sparse')))).toEqual(['file: has 1,000,000,000,000 bytes; expected at most 1,000 bytes']);
  });

  test.each<[string, readonly number[], string]>([
    ['Latin-1', [0x61, 0x0a, 0xe9, 0x0a], 'line 2: not UTF-8; expected a UTF-8 text file'],
    ['an overlong slash', [0xc0, 0xaf], 'line 1: not UTF-8; expected a UTF-8 text file'],
    ['half a surrogate', [0x61, 0x0a, 0x0a, 0xed, 0xa0, 0x80], 'line 3: not UTF-8; expected a UTF-8 text file'],
    ['a character that is cut off', [0x61, 0xe2, 0x82], 'line 1: not UTF-8; expected a UTF-8 text file'],
    ['half a character of UTF-16', [0xff, 0xfe, 0x61], 'file: not UTF-16, which its byte order mark states; expected a UTF-8 text file'],
    ['half a pair of UTF-16', [0xfe, 0xff, 0xd8, 0x00], 'file: not UTF-16, which its byte order mark states; expected a UTF-8 text file'],
  ])('%s', (_, bytes, problem) => {
    writeFileSync(at('bytes'), Uint8Array.from(bytes));
    expect(problemsOf(() => read(at('bytes')))).toEqual([problem]);
  });
});

describe('a file that another file names', () => {
  test('is read in its folder and in folders of that', () => {
    writeFileSync(at('inside', 'deeper', 'b.txt'), 'deep');
    writeFileSync(at('inside', '..name.txt'), 'dots');
    symlinkSync('deeper/b.txt', at('inside', 'b.txt'));
    expect(['a.txt', 'b.txt', '..name.txt', 'deeper/../a.txt'].map((name) => readInside(at('inside', name)))).toEqual([
      'text',
      'deep',
      'dots',
      'text',
    ]);
  });

  test.each<[string, () => string]>([
    ['above it', () => at('inside', '..', 'outside.txt')],
    ['at the root', () => '/etc/passwd'],
    ['behind a link', () => at('inside', 'out.txt')],
    ['behind a link to a folder', () => at('inside', 'up', 'outside.txt')],
    ['in a folder whose name begins alike', () => at('inside-not', 'a.txt')],
    ['in a descriptor', () => '/proc/self/fd/0'],
  ])('is refused %s', (_, path) => {
    rmSync(at('inside', 'out.txt'), { force: true });
    rmSync(at('inside', 'up'), { force: true });
    mkdirSync(at('inside-not'), { recursive: true });
    writeFileSync(at('inside-not', 'a.txt'), 'x');
    symlinkSync(at('outside.txt'), at('inside', 'out.txt'));
    symlinkSync(folder, at('inside', 'up'));
    expect(problemsOf(() => readInside(path()))[0]).toMatch(
      /: (?:is outside of the folder .*inside; expected a file in that folder|does not exist;)/,
    );
  });

  test('is not a stream, also with the name of one', () => {
    writeFileSync(at('inside', '-'), 'dash');
    expect(readInside(at('inside', '-'))).toBe('dash');
    expect(problemsOf(() => readInside('-'))).toHaveLength(1);
  });

  test('has a real path', () => {
    expect(realPathInside(at('inside'), at('inside'), 'x')).toContain('inside');
  });
});

test('a folder lists its entries by name, links as files', () => {
  mkdirSync(at('listed', 'c'), { recursive: true });
  writeFileSync(at('listed', 'b'), '');
  symlinkSync(at('inside'), at('listed', 'a'));
  expect(entriesOf(at('listed'), 'x').map(({ name, isFolder }) => [name, isFolder])).toEqual([
    ['a', false],
    ['b', false],
    ['c', true],
  ]);
});

test('pieces end where the limit is exceeded', () => {
  writeFileSync(at('pieces'), 'x'.repeat(200_000));
  const lengths = [...piecesOf(at('pieces'), 'pieces', { expected: 'x', maxBytes: 200_000 })].map(({ length }) => length);
  expect(lengths.reduce((sum, length) => sum + length)).toBe(200_000);
});
