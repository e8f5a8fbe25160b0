import { join } from 'node:path';
import { isPlainObject, own, type PlainObject, section } from '../core/plain-object';
import { InputError, type Problem, partProblems, shown } from '../core/problems';
import { exists } from '../io/files';
import { parseJson } from '../io/parse-json';
import { realPathInside } from '../io/real-path';
import { EXPECTED_PATH, readTemplateText } from './files';
import { readStack, type StackSource, type TemplateReading } from './stack';
import { type TemplateBudget, TooManyTemplatesError } from './template-budget';
import type { Template } from './template-resource';
import { type TemplateTree, treeOf } from './template-tree';

const STACK_ARTIFACT = 'aws:cloudformation:stack';
const STAGE_ARTIFACT = 'cdk:cloud-assembly';
/** `aws://account/region`, with `unknown-region` for a stack without a region. */
const ENVIRONMENT = /^aws:\/\/[^/]*\/(.+)$/;
const UNKNOWN_REGION = 'unknown-region';

/** A cloud assembly and the limits for reading it. */
interface Assembly {
  readonly top: string;
  /** The files of `top`. */
  readonly tree: TemplateTree;
  /** Name of the file that lists what is in an assembly. */
  readonly manifest: string;
  readonly budget: TemplateBudget;
  readonly reading: TemplateReading;
}

/**
 * Reads every stack of a cloud assembly folder, those of its stages too, in the order of the manifest. Throws an
 * InputError with the problems of all of its files.
 */
export function readAssembly(folder: string, manifest: string, budget: TemplateBudget, reading: TemplateReading): readonly Template[] {
  const sources = stacksOf(folder, { top: folder, tree: treeOf(folder), manifest, budget, reading }, []);
  if (sources.length === 0)
    throw new InputError(`cloud assembly ${folder}`, [{ path: manifest, reason: 'contains no stacks', expected: 'at least one stack' }]);
  return readAll(folder, sources);
}

function readAll(folder: string, sources: readonly StackSource[]): readonly Template[] {
  const templates: Template[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    try {
      templates.push(...readStack(source));
    } catch (error) {
      if (!(error instanceof InputError) || error instanceof TooManyTemplatesError) throw error;
      problems.push(...partProblems(error));
    }
  }
  if (problems.length > 0) throw new InputError(`cloud assembly ${folder}`, problems);
  return templates;
}

function stacksOf(folder: string, assembly: Assembly, ancestors: readonly string[]): readonly StackSource[] {
  const { top, manifest, budget } = assembly;
  const realPath = realPathInside(folder, top, EXPECTED_PATH);
  if (ancestors.includes(realPath)) {
    throw new InputError(`cloud assembly ${top}`, [
      { path: 'directoryName', reason: `circular reference (${folder})`, expected: 'stages that do not contain each other' },
    ]);
  }
  const path = join(folder, manifest);
  const text = readTemplateText(path, path, top);
  budget.add(text);
  const content = parseJson(text, `cloud assembly ${path}`);
  const artifacts = isPlainObject(content) ? own(content, 'artifacts') : content;
  if (!isPlainObject(artifacts)) {
    const received = artifacts === undefined ? {} : { received: shown(artifacts) };
    throw new InputError(`cloud assembly ${path}`, [
      { path: 'artifacts', ...received, expected: 'the artifacts of a cloud assembly that `cdk synth` wrote' },
    ]);
  }
  return Object.entries(artifacts).flatMap(([id, artifact]) =>
    isPlainObject(artifact) ? artifactStacks(id, artifact, folder, assembly, [...ancestors, realPath]) : [],
  );
}

function artifactStacks(
  id: string,
  artifact: PlainObject,
  folder: string,
  assembly: Assembly,
  ancestors: readonly string[],
): readonly StackSource[] {
  const properties = section(artifact, 'properties');
  if (own(artifact, 'type') === STAGE_ARTIFACT)
    return stacksOf(join(folder, requiredText(properties, 'directoryName', id, folder)), assembly, ancestors);
  if (own(artifact, 'type') !== STACK_ARTIFACT) return [];
  const displayName = own(artifact, 'displayName');
  const stackPath = typeof displayName === 'string' ? displayName.split(' ')[0] : undefined;
  const file = join(folder, requiredText(properties, 'templateFile', id, folder));
  if (!exists(file, EXPECTED_PATH)) {
    throw new InputError(`cloud assembly ${folder}`, [{ path: file, reason: 'does not exist', expected: `the template of stack ${id}` }]);
  }
  const { top, budget, reading } = assembly;
  const region = regionOf(own(artifact, 'environment'));
  const stackName = own(properties, 'stackName');
  return [
    {
      ...reading,
      file,
      name: id,
      inside: top,
      nestedInside: assembly.tree,
      ancestors: [],
      budget,
      mayBeEmpty: true,
      ...(typeof stackName === 'string' && { stackName }),
      ...(region !== undefined && { region }),
      ...(stackPath !== undefined && { stackPath }),
    },
  ];
}

function requiredText(properties: PlainObject, key: string, id: string, folder: string): string {
  const value = own(properties, key);
  if (typeof value === 'string') return value;
  throw new InputError(`cloud assembly ${folder}`, [
    { path: `artifacts.${id}.properties.${key}`, ...(value !== undefined && { received: shown(value) }), expected: 'a file name' },
  ]);
}

function regionOf(environment: unknown): string | undefined {
  const region = ENVIRONMENT.exec(String(environment))?.[1];
  return region === UNKNOWN_REGION ? undefined : region;
}
