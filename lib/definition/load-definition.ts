import { extname } from 'node:path';
import { allParts } from '../core/all-parts';
import { isPlainObject, type PlainObject } from '../core/plain-object';
import { InputError, type Problem, shown } from '../core/problems';
import { entriesOf, pathKind, readText } from '../io/files';
import { operationIdProblems } from '../model/operation-ids';
import type { SystemDefinition } from '../model/tier-extension';
import { EXPECTED_DEFINITION } from './find-definition';

/** The systems of a definition file, or of the definition files of a folder. */
export interface LoadedDefinition {
  /** Path of the file or the folder. */
  readonly path: string;
  /** Its systems in the order of the file, or of the names of the files. Each is validated when it is used. */
  readonly systems: readonly SystemDefinition[];
  /** File of each system by its id, if the path is a folder. */
  readonly files?: ReadonlyMap<string, string>;
}

/** A definition of several systems has some thousand lines: a file above 5 MB is rejected as a mistake. */
const EXPECTED = { expected: EXPECTED_DEFINITION, maxBytes: 5_000_000 };

/** Files that are run; all others are JSON or YAML. */
const MODULES: readonly string[] = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

const EXPECTED_SYSTEMS = 'a system (id, tiers), a list of systems, or an object with a list `systems`';

/** Files of a folder that are definitions: YAML, JSON, and modules such as `shop.config.ts`. */
const DEFINITION = /\.(?:ya?ml|json|config\.[cm]?[jt]s)$/;

/** Tiers that `design --write` writes: files of the same format that are no definitions. */
const TIER_FILE = /\.tier\.json$/;

/**
 * Reads a definition file: a TypeScript or JavaScript module whose default export is a system or a list of systems, or a YAML
 * or JSON file with a system, or with `systems`; or all definition files of a folder. Throws an InputError for a file that cannot be
 * read or run, for a value that is none of these, for two systems with the same id, and for an operation whose id is another flag.
 */
export function loadDefinition(path: string): LoadedDefinition {
  return pathKind(path, EXPECTED_DEFINITION) === 'folder' ? loadFolder(path) : loadFile(path);
}

function loadFolder(path: string): LoadedDefinition {
  const files = entriesOf(path, EXPECTED_DEFINITION).flatMap(({ name, path: file, isFolder }) =>
    !isFolder && DEFINITION.test(name) && !TIER_FILE.test(name) ? [file] : [],
  );
  if (files.length === 0) {
    throw new InputError(`definition ${path}`, [
      { path, reason: 'has no definition', expected: 'files such as shop.yaml, shop.json or shop.config.ts' },
    ]);
  }
  const loaded = Object.values(allParts(Object.fromEntries(files.map((file) => [file, () => loadFile(file)]))));
  const all = loaded.flatMap(({ path: file, systems }) => systems.map((system) => ({ file, system })));
  const problems = all.flatMap(({ file, system: { id } }, index): Problem[] => {
    const first = all.findIndex(({ system }) => system.id === id);
    const expected = `an id that is unique among the systems; ${all[first]?.file} has it too`;
    return first === index ? [] : [{ path: `${file}: id`, received: shown(id), expected }];
  });
  if (problems.length > 0) throw new InputError(`definition ${path}`, problems);
  return { path, systems: all.map(({ system }) => system), files: new Map(all.map(({ file, system }) => [system.id, file])) };
}

function loadFile(path: string): LoadedDefinition {
  const subject = `definition ${path}`;
  const text = readText(path, subject, EXPECTED);
  const value = MODULES.includes(extname(path)) ? fromModule(path, subject) : fromConfig(text, subject, path);
  const systems = systemsOf(value, subject);
  const problems = systems.flatMap((system, index) => systemProblems(system, index, systems));
  if (problems.length > 0) throw new InputError(subject, problems);
  return { path, systems: systems as unknown as readonly SystemDefinition[] };
}

/** The code that runs modules is loaded on demand, because YAML files and the examples of the package do not need it. */
function fromModule(path: string, subject: string): unknown {
  const { asynchronous, loadModule } = require('./load-module') as typeof import('./load-module');
  const value = defaultExport(loadModule(path, subject), subject);
  if (value instanceof Promise) throw new InputError(subject, [asynchronous('default export', 'is a promise')]);
  if (typeof value === 'function') {
    throw new InputError(subject, [{ path: 'default export', reason: 'is a function', expected: EXPECTED_SYSTEMS }]);
  }
  return value;
}

/** The parser is loaded on demand as well. */
function fromConfig(text: string, subject: string, path: string): unknown {
  const { parseConfig } = require('../io/yaml/parse-config') as typeof import('../io/yaml/parse-config');
  return parseConfig(text, subject, path);
}

function defaultExport(exported: unknown, subject: string): unknown {
  if (isPlainObject(exported) && 'default' in exported) return exported.default;
  // A CommonJS module: `module.exports = defineSystem({ … })`.
  if (Array.isArray(exported) || (isPlainObject(exported) && Object.keys(exported).length > 0 && !('__esModule' in exported)))
    return exported;
  throw new InputError(subject, [{ path: 'default export', expected: EXPECTED_SYSTEMS }]);
}

function systemsOf(value: unknown, subject: string): readonly unknown[] {
  if (Array.isArray(value)) return nonEmpty(value, '(the whole)', subject);
  if (!isPlainObject(value)) {
    throw new InputError(subject, [
      { path: '(the whole)', ...(value === null ? { reason: 'empty' } : { received: shown(value) }), expected: EXPECTED_SYSTEMS },
    ]);
  }
  const rest = withoutSchema(value);
  if (!('systems' in rest)) return [rest];
  const others = Object.keys(rest).filter((key) => key !== 'systems');
  if (others.length > 0 || !Array.isArray(rest.systems)) {
    throw new InputError(subject, [
      ...others.map((key) => ({ path: key, reason: 'unknown key', expected: 'systems alone, or a system (id, tiers) without `systems`' })),
      ...(Array.isArray(rest.systems) ? [] : [{ path: 'systems', received: shown(rest.systems), expected: 'a list of systems' }]),
    ]);
  }
  return nonEmpty(rest.systems, 'systems', subject);
}

/** The same object when it has no `$schema`, so that a system which is loaded twice is validated once. */
function withoutSchema(value: PlainObject): PlainObject {
  if (!Object.hasOwn(value, '$schema')) return value;
  const { $schema: _schema, ...rest } = value;
  return rest;
}

function nonEmpty(systems: readonly unknown[], path: string, subject: string): readonly unknown[] {
  if (systems.length > 0) return systems;
  throw new InputError(subject, [{ path, received: '[]', expected: 'at least one system' }]);
}

function systemProblems(system: unknown, index: number, systems: readonly unknown[]): Problem[] {
  const path = systems.length === 1 ? '' : `systems.${index}.`;
  if (!isPlainObject(system)) return [{ path: `systems.${index}`, received: shown(system), expected: 'a system (id, tiers)' }];
  if (typeof system.id !== 'string') {
    return [
      { path: `${path}id`, ...(system.id === undefined ? {} : { received: shown(system.id) }), expected: 'the id of the system' },
      ...problemsWithoutId(system).map((problem) => ({ ...problem, path: `${path}${problem.path}` })),
    ];
  }
  const first = systems.findIndex((other) => isPlainObject(other) && other.id === system.id);
  return [
    ...(first === index ? [] : [{ path: `${path}id`, received: shown(system.id), expected: 'an id that is unique among the systems' }]),
    ...operationIdProblems(system.operations).map((problem) => ({ ...problem, path: `${path}${problem.path}` })),
  ];
}

/** The other problems of a system without an id. The model is loaded on demand, because a system with an id is checked when it is used. */
function problemsWithoutId(system: PlainObject): readonly Problem[] {
  const { parseSystem } = require('../model/parse-system') as typeof import('../model/parse-system');
  try {
    parseSystem({ ...system, id: 'system' } as unknown as SystemDefinition, 'system');
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}
