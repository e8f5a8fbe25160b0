import { isPlainObject } from '../lib/core/plain-object';
import type { StringCache } from '../lib/io/cached-files';
import { entriesOf } from '../lib/io/files';
import { fingerprintOfData } from '../lib/io/fingerprint';
import { jsonOrUndefined } from '../lib/io/json-or-undefined';
import { packageDigest } from '../lib/io/package-digest';
import { pathState } from '../lib/io/path-state';
import type { AssemblyReport, CheckedReport, ReportRequest } from './assembly-report';

/** Files of an assembly that its estimate is computed from. */
const IS_ESTIMATED = /^manifest\.json$|\.template\.json$/;

/**
 * The report of a cloud assembly. The report of an assembly with the same files is not computed again, and the code that prices
 * templates is not loaded. A failure is not cached. Without a cache, every report is computed.
 */
export function cachedReport(cache: StringCache | undefined, request: ReportRequest): CheckedReport {
  const key = cache === undefined ? undefined : keyOf(request);
  if (cache === undefined || key === undefined) return computedReport(request);
  const known = reportIn(cache, key);
  if (known !== undefined) return known;
  const report = computedReport(request);
  if (report.failure === undefined) cache.put(key, JSON.stringify(report));
  return report;
}

function computedReport(request: ReportRequest): CheckedReport {
  return (require('./assembly-report') as typeof import('./assembly-report')).assemblyReport(request);
}

/** Undefined where a file of the assembly cannot be read. */
function keyOf({ directory, budget, today }: ReportRequest): string | undefined {
  const files = entriesOf(directory, 'a cloud assembly').filter(({ name }) => IS_ESTIMATED.test(name));
  const states = files.map(({ name, path }) => ({ name, state: pathState({ path, aspect: 'contents' }) }));
  if (states.some(({ state }) => state === undefined)) return undefined;
  return fingerprintOfData({
    states,
    budget,
    // The age of a price is a number of days in UTC.
    today: today.toISOString().slice(0, 'yyyy-mm-dd'.length),
    package: packageDigest(),
    node: process.version,
  });
}

function reportIn(cache: StringCache, key: string): AssemblyReport | undefined {
  const text = cache.get(key);
  const report = text === undefined ? undefined : jsonOrUndefined(text);
  if (isReport(report)) return report;
  if (text !== undefined) cache.drop(key);
  return undefined;
}

function isReport(value: unknown): value is AssemblyReport {
  return (
    isPlainObject(value) &&
    typeof value.estimateFile === 'string' &&
    typeof value.cost === 'string' &&
    (value.priceAge === undefined || typeof value.priceAge === 'string')
  );
}
