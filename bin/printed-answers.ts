import { join } from 'node:path';
import { isPlainObject } from '../lib/core/plain-object';
import { CachedFiles, type StringCache } from '../lib/io/cached-files';
import { fingerprintOfData } from '../lib/io/fingerprint';
import { jsonOrUndefined } from '../lib/io/json-or-undefined';
import { type ObservedPath, observingPaths } from '../lib/io/observed-paths';
import { packageDigest } from '../lib/io/package-digest';
import { pathState } from '../lib/io/path-state';
import { cacheFolder } from './cache-folder';
import { type Io, pageOf } from './io';
import { synthesizerOf } from './synthesizer';

/** The output of a command, with the files of the user that it read. */
interface PrintedAnswer {
  /** States of the paths that the command read or looked for. */
  readonly paths: readonly (ObservedPath & { readonly state: string })[];
  /** In the order of printing. */
  readonly printed: readonly (readonly [stream: 'stdout' | 'stderr', text: string])[];
  /** Exit code. */
  readonly code: number;
}

/** Folder in the cache folder: the limit of templates is another one. */
const FOLDER = 'answers';

/** Longest answer that is cached, in characters. Those about tiers have less than 100,000; 200 entries, the most, take at most 200 MB of ASCII. */
const MAX_ANSWER_LENGTH = 1_000_000;

/** The cache of answers; undefined in a clone, and when `SIZING_CACHE` is `off`. */
export function answerCache(env: Io['env']): StringCache | undefined {
  const folder = cacheFolder(env);
  return folder === undefined || packageDigest() === undefined ? undefined : new CachedFiles(join(folder, FOLDER));
}

/**
 * Prints an answer, and returns its exit code. An answer that was printed before is printed again without computing it. `request` is
 * plain data that the answer depends on, besides the code and data of this package, the packages that synthesize, the page, the
 * date, the working directory and the files of the user that the computation reads. An answer that ends in an error or is very long is not cached.
 */
export async function printAnswer(
  cache: StringCache,
  request: unknown,
  io: Io,
  compute: (recording: Io) => Promise<number>,
): Promise<number> {
  const key = keyOf(request, io);
  if (key === undefined) return compute(io);
  const known = answerIn(cache, key);
  if (known !== undefined) {
    for (const [stream, text] of known.printed) io[stream](text);
    return known.code;
  }
  const startedMs = Date.now();
  const printed: [stream: 'stdout' | 'stderr', text: string][] = [];
  const recorded = (stream: 'stdout' | 'stderr') => (text: string) => {
    printed.push([stream, text]);
    io[stream](text);
  };
  const { value: code, paths } = await observingPaths(() => compute({ ...io, stdout: recorded('stdout'), stderr: recorded('stderr') }));
  if (printed.reduce((length, [, text]) => length + text.length, 0) > MAX_ANSWER_LENGTH) return code;
  const states = paths.map((path) => ({ ...path, state: pathState(path, startedMs) }));
  if (states.every(({ state }) => state !== undefined)) cache.put(key, JSON.stringify({ paths: states, printed, code }));
  return code;
}

/** Undefined for a request that is not plain data, such as a definition with functions. */
function keyOf(request: unknown, io: Io): string | undefined {
  return fingerprintOfData({
    request,
    page: pageOf(io),
    stderrColumns: io.stderrColumns,
    // The age of a price is a number of days in UTC.
    today: io.today.toISOString().slice(0, 'yyyy-mm-dd'.length),
    cwd: process.cwd(),
    package: packageDigest(),
    synthesizer: synthesizerOf(io.env),
    node: process.version,
  });
}

/** The answer of a key, if it is one, and every file that it was computed from is as it was. */
function answerIn(cache: StringCache, key: string): PrintedAnswer | undefined {
  const text = cache.get(key);
  if (text === undefined) return undefined;
  const answer = jsonOrUndefined(text);
  if (isPrintedAnswer(answer)) return answer.paths.every((path) => pathState(path) === path.state) ? answer : undefined;
  cache.drop(key);
  return undefined;
}

/** Checked manually, because a schema takes longer to load than the answer takes to print. */
function isPrintedAnswer(value: unknown): value is PrintedAnswer {
  return (
    isPlainObject(value) &&
    Number.isInteger(value.code) &&
    Array.isArray(value.paths) &&
    value.paths.every(isStatedPath) &&
    Array.isArray(value.printed) &&
    value.printed.every(isPrintedText)
  );
}

function isStatedPath(value: unknown): boolean {
  return (
    isPlainObject(value) &&
    typeof value.path === 'string' &&
    (value.aspect === 'kind' || value.aspect === 'contents') &&
    typeof value.state === 'string'
  );
}

function isPrintedText(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && (value[0] === 'stdout' || value[0] === 'stderr') && typeof value[1] === 'string';
}
