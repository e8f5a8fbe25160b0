import { basename, dirname, join } from 'node:path';
import ignore from 'ignore';
import { isPlainObject } from '../core/plain-object';
import type { ParsedFile } from './kustomize-files';
import { stringAt } from './values';

/** Files of the test tool kuttl with parts of objects that a cluster must have, or must not have. Source: kuttl, "Asserts and Errors". */
const KUTTL_ASSERTION = /^\d+-(?:assert|errors)\.yaml$/;

/** Operations of the test tool chainsaw that read a part of an object. Source: https://kyverno.github.io/chainsaw/latest/operations/ */
const CHAINSAW_OPERATIONS: ReadonlySet<string> = new Set(['assert', 'error', 'patch']);

/** Whether a file is an assertion of kuttl by its name. */
export function isKuttlAssertion(path: string): boolean {
  return KUTTL_ASSERTION.test(basename(path));
}

/** Paths of the files with parts of objects that tests of chainsaw name, in patterns too. */
export function chainsawFiles(parsed: readonly ParsedFile[]): ReadonlySet<string> {
  const patterns = parsed.flatMap(({ path, documents }) =>
    documents
      .filter(({ value }) => stringAt(value, 'apiVersion')?.startsWith('chainsaw.kyverno.io/'))
      .flatMap(({ value }) => filesIn(value).map((file) => join(dirname(path), file))),
  );
  if (patterns.length === 0) return new Set();
  const named = ignore({ allowRelativePaths: true }).add(patterns.map((pattern) => pattern.replace(/^(?!\/)/, '/')));
  return new Set(parsed.map(({ path }) => path).filter((path) => named.ignores(path.replace(/^\//, ''))));
}

function filesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(filesIn);
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const file = CHAINSAW_OPERATIONS.has(field) ? stringAt(inner, 'file') : undefined;
    return file === undefined ? filesIn(inner) : [file];
  });
}
