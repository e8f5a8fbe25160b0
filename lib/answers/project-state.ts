import { join } from 'node:path';
import { isPlainObject, own, section } from '../core/plain-object';
import { exists, readText } from '../io/files';
import { parseJson } from '../io/parse-json';

/** The parts of a project that decide which commands `sizing init` recommends. */
export interface ProjectState {
  /** The package.json; absent when there is none. */
  readonly packageFile?: ProjectPackage;
  /** The cdk.json; absent when there is none. */
  readonly cdkFile?: {
    /** The command in `app`; absent when there is none. */
    readonly app?: string;
  };
}

/** A package.json. */
export interface ProjectPackage {
  /** Names of all dependencies. */
  readonly dependencies: readonly string[];
  /** The script `test`; absent when there is none. */
  readonly testScript?: string;
}

/** A package.json or cdk.json has some hundred lines: one above 1 MB is rejected as a mistake. */
const EXPECTED = { expected: 'a JSON file', maxBytes: 1_000_000 };

const DEPENDENCIES = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** Reads package.json and cdk.json of a folder. Throws an InputError for a file that is not JSON. */
export function projectState(folder: string): ProjectState {
  const packageFile = readProjectFile(join(folder, 'package.json'));
  const cdkFile = readProjectFile(join(folder, 'cdk.json'));
  const testScript = packageFile === undefined ? undefined : own(section(packageFile, 'scripts'), 'test');
  const app = cdkFile === undefined ? undefined : own(cdkFile, 'app');
  return {
    ...(packageFile !== undefined && {
      packageFile: {
        dependencies: DEPENDENCIES.flatMap((key) => Object.keys(section(packageFile, key))),
        ...(typeof testScript === 'string' && { testScript }),
      },
    }),
    ...(cdkFile !== undefined && { cdkFile: typeof app === 'string' ? { app } : {} }),
  };
}

function readProjectFile(path: string): Readonly<Record<string, unknown>> | undefined {
  if (!exists(path, EXPECTED.expected)) return undefined;
  const subject = `file ${path}`;
  const value = parseJson(readText(path, subject, EXPECTED), subject);
  return isPlainObject(value) ? value : {};
}
