import { basename, dirname, join, resolve } from 'node:path';
import { checkInit, type ExistingDefinition, type InitRequest, initProject } from '../../lib/answers/init';
import { allParts, validPart } from '../../lib/core/all-parts';
import { InputError, notOneOf } from '../../lib/core/problems';
import { findDefinition } from '../../lib/definition/find-definition';
import { loadDefinition } from '../../lib/definition/load-definition';
import { readTierFiles } from '../../lib/definition/tier-files';
import { writeNewFile } from '../../lib/io/new-file';
import { packageManifest } from '../../lib/io/package-data';
import { DEFINITION_LANGUAGES } from '../../lib/output/definition-text';
import { initJson, initView } from '../../lib/output/init';
import { PIPELINES } from '../../lib/output/pipeline-file';
import { starterFiles } from '../../lib/output/starter-files';
import { type Command, type FlagValues, type Request, textFlag } from '../command';

/** Writes the answer of initProject. */
export const init: Command = {
  arguments: [{ name: 'name', description: 'id of your system; default: the name of the folder', optional: true }],
  flags: [
    {
      name: 'as',
      value: 'ts|yaml|json',
      description: 'definition as sizing.config.ts, sizing.yaml or sizing.json; default: ts',
      words: DEFINITION_LANGUAGES,
    },
    {
      name: 'from',
      value: 'path',
      description:
        'read the first definition from a Compose file, a Score file, a CloudFormation template or cdk.out folder, or a file or folder of Kubernetes manifests; default: an example, a web shop',
    },
    {
      name: 'ci',
      value: 'github|gitlab',
      description:
        'also write a pipeline that reports the cost of each change (.github/workflows/cost.yml or .gitlab-ci.yml); default: none',
      words: PIPELINES,
    },
    { name: 'output-dir', value: 'folder', description: 'folder of the project; default: the working directory' },
  ],
  examples: [
    'sizing init shop',
    'sizing init shop --as yaml --output-dir shop',
    'sizing init shop --ci github',
    'sizing init --from docker-compose.yml',
    'sizing init --from score.yaml',
    'sizing init --from k8s',
    'sizing init --from cdk.out',
  ],
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { modules } = request;
    const { language, pipeline, existing, folder } = partsOf(request);
    const answer = initProject(requestOf(request, existing), modules.estimator());
    const files = starterFiles(answer, { language, ...(pipeline !== undefined && { pipeline }) }, packageManifest());
    const left = existing === undefined ? [] : [existing.file];
    const outcomes = files.map(({ path, text }) => ({ path, isWritten: writeNewFile(join(folder, path), text) }));
    const pathsOf = (isWritten: boolean) => outcomes.filter((file) => file.isWritten === isWritten).map(({ path }) => path);
    const outcome = { written: pathsOf(true), existing: [...left, ...pathsOf(false)] };
    return { report: { data: initJson(answer, outcome), ...initView(answer, outcome) } };
  },
};

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(request: Request) {
  const { flags } = request;
  const folder = textFlag(flags, 'outputDir') ?? '.';
  const readExisting = () => definitionIn(folder);
  const parts = allParts({
    language: () => oneOf(flags, 'as', DEFINITION_LANGUAGES) ?? 'ts',
    pipeline: () => oneOf(flags, 'ci', PIPELINES),
    existing: readExisting,
    project: () => checkInit(requestOf(request, validPart(readExisting))),
  });
  return { ...parts, folder };
}

function requestOf({ arguments: [name], flags }: Request, existing: ExistingDefinition | undefined): InitRequest {
  const from = textFlag(flags, 'from');
  return {
    folder: textFlag(flags, 'outputDir') ?? '.',
    ...(name !== undefined && { name }),
    ...(from !== undefined && { from }),
    ...(existing !== undefined && { existing }),
  };
}

function oneOf<Word extends string>(flags: FlagValues, flag: string, words: readonly Word[]): Word | undefined {
  const text = textFlag(flags, flag);
  const known = words.find((word) => word === text);
  if (text === undefined || known !== undefined) return known;
  throw new InputError('flags', [notOneOf(`--${flag}`, text, words)]);
}

/** The definition of the folder itself; one of a folder above belongs to another project. */
function definitionIn(folder: string): ExistingDefinition | undefined {
  const path = findDefinition(folder);
  if (path === undefined || dirname(path) !== resolve(folder)) return undefined;
  return { file: basename(path), systems: loadDefinition(path).systems.map((system) => readTierFiles(system, folder)) };
}
