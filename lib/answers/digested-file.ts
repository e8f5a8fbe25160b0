import { createHash } from 'node:crypto';
import { piecesOf, type ReadOptions } from '../io/descriptor';
import type { LoadTestFile } from '../loadtest/load-test';

/** A file that is read in pieces; its digest is added to `sha256` at the end. The subject is for messages: `metrics api.json`. */
export function digestedFile(name: string, subject: string, options: ReadOptions, sha256: Map<string, string>): LoadTestFile {
  return { name, content: pieces(name, subject, options, sha256) };
}

function* pieces(name: string, subject: string, options: ReadOptions, sha256: Map<string, string>): Generator<Uint8Array> {
  const hash = createHash('sha256');
  for (const piece of piecesOf(name, subject, options)) {
    hash.update(piece);
    yield piece;
  }
  sha256.set(name, hash.digest('hex'));
}
