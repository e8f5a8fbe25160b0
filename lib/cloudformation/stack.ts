import { basename, resolve } from 'node:path';
import { isPlainObject, own, type PlainObject, section } from '../core/plain-object';
import { InputError } from '../core/problems';
import { realPathInside, realPathOf } from '../io/real-path';
import { nestedName } from './deployed-stack';
import { EXPECTED_PATH, readTemplateText } from './files';
import { nestedFile } from './nested-file';
import { parseText } from './parse-template';
import { intrinsicOf } from './references';
import { subjectOf } from './subject';
import { type TemplateBudget, TooManyTemplatesError } from './template-budget';
import { templateFrom } from './template-from';
import type { Template } from './template-resource';
import type { TemplateTree } from './template-tree';

/** Settings for reading templates. */
export interface TemplateReading {
  /** Adds to each template of an assembly what its file does not contain. Default: templates are read as they are. */
  readonly complete?: CompleteTemplate;
  /** Region that references are resolved with while that of a stack is not known. Default: none, they stay as they are. */
  readonly assumedRegion?: string;
}

/** A stack's template file, with facts about the stack. */
export interface StackSource extends TemplateReading {
  /** Path of the template. */
  readonly file: string;
  /** For messages: the stack's name, or the file's path. */
  readonly name: string;
  /** Folder that the file must be in. Absent for a file that the user named. */
  readonly inside?: string;
  /** Folder that the templates of nested stacks must be in. Absent for a stream, whose nested stacks are not read. */
  readonly nestedInside?: TemplateTree;
  /** Templates that this one is nested in, the outermost first. */
  readonly ancestors: readonly Ancestor[];
  /** Counts the templates that are read for the same path. */
  readonly budget: TemplateBudget;
  /** Name of the stack, or of the outermost one of a nested stack; absent when only the artifact or the file has a name. */
  readonly stackName?: string;
  /** Logical ids of the nested stacks on the way to this one, the outermost first; absent for a stack that is not nested. */
  readonly nestedIds?: readonly string[];
  /** Region of the stack; absent when it is not known. */
  readonly region?: string;
  /** Path of the stack's construct; absent when it is not known. */
  readonly stackPath?: string;
  /** Parameter values that the parent stack passes; absent for a stack without a parent. */
  readonly parameters?: ReadonlyMap<string, unknown>;
  /** Whether a template without resources is valid. Default: false. */
  readonly mayBeEmpty?: boolean;
}

/** Adds to a parsed template what its file does not contain. */
export type CompleteTemplate = (raw: unknown, file: string) => unknown;

interface Ancestor {
  /** Path as the parent wrote it. */
  readonly file: string;
  /** The same path with symbolic links resolved. */
  readonly realPath: string;
}

/** Types whose resources are nested stacks. */
const NESTED_STACKS: readonly unknown[] = ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'];

/** Reads a stack's template, followed by the templates of its nested stacks. */
export function readStack(source: StackSource): readonly Template[] {
  const {
    file,
    name,
    inside,
    nestedInside,
    budget,
    region,
    mayBeEmpty = false,
    stackName,
    nestedIds,
    stackPath,
    parameters,
    complete,
    assumedRegion,
  } = source;
  const text = readTemplateText(file, name, inside);
  budget.add(text);
  const { value, duplicateKeys } = parseText(text, name);
  const raw = complete === undefined ? value : complete(value, file);
  const nested =
    isPlainObject(raw) && nestedInside !== undefined ? nestedStacks(raw, source, nestedInside) : new Map<string, NestedStack>();
  const read = [...nested].flatMap(([id, stack]) => nestedTemplatesOf(id, stack));
  const nestedTemplates = new Map(read.map(({ id, name: nestedTemplate }) => [id, nestedTemplate]));
  const origin = {
    file,
    nestedTemplates,
    mayBeEmpty,
    duplicateKeys,
    ...(stackName !== undefined && { stackName }),
    ...(nestedIds !== undefined && { nestedIds }),
    ...(stackPath !== undefined && { stackPath }),
    ...(parameters !== undefined && { parameters }),
    ...(assumedRegion !== undefined && { assumedRegion }),
  };
  return [templateFrom(raw, name, region, origin), ...read.flatMap(({ templates }) => templates)];
}

interface NestedStack extends StackSource {
  /** Whether the parent names this very file. */
  readonly isNamed: boolean;
}

/** The templates of a nested stack. None for a file that has only the right name, and is no template that can be read. */
function nestedTemplatesOf(
  id: string,
  stack: NestedStack,
): readonly { readonly id: string; readonly name: string; readonly templates: readonly Template[] }[] {
  try {
    return [{ id, name: stack.name, templates: readStack(stack) }];
  } catch (error) {
    if (stack.isNamed || !(error instanceof InputError) || error instanceof TooManyTemplatesError) throw error;
    return [];
  }
}

function nestedStacks(raw: PlainObject, parent: StackSource, tree: TemplateTree): ReadonlyMap<string, NestedStack> {
  const stacks = new Map<string, NestedStack>();
  const paths = [...parent.ancestors.map((ancestor) => ancestor.file), parent.file].map((file) => resolve(file));
  let ancestors: readonly Ancestor[] | undefined;
  for (const [id, resource] of Object.entries(section(raw, 'Resources'))) {
    if (!isPlainObject(resource) || !NESTED_STACKS.includes(own(resource, 'Type'))) continue;
    const nested = nestedFile(resource, { file: parent.file, ancestors: paths, tree });
    if (nested === undefined) continue;
    const { file, key, isNamed } = nested;
    ancestors ??= [...parent.ancestors, { file: parent.file, realPath: realPathOf(parent.file, EXPECTED_PATH) }];
    requireNoCycle(file, realPathInside(file, tree.folder, EXPECTED_PATH), ancestors, { name: parent.name, id, key });
    const parameters = passedParameters(section(resource, 'Properties'));
    const nestedIds = [...(parent.nestedIds ?? []), id];
    stacks.set(id, {
      ...parent,
      file,
      isNamed,
      name: nestedName(parent.name, id),
      nestedIds,
      inside: tree.folder,
      ancestors,
      parameters,
    });
  }
  return stacks;
}

/** Throws an InputError for nested stacks that contain each other, which CloudFormation cannot deploy. */
function requireNoCycle(
  file: string,
  realPath: string,
  ancestors: readonly Ancestor[],
  resource: { readonly name: string; readonly id: string; readonly key: string },
): void {
  const first = ancestors.findIndex((ancestor) => ancestor.realPath === realPath);
  if (first < 0) return;
  const chain = [...ancestors.slice(first).map((ancestor) => ancestor.file), file].map((each) => basename(each)).join(' → ');
  throw new InputError(subjectOf(resource.name), [
    {
      path: `Resources.${resource.id}.${resource.key}`,
      reason: `circular reference (${chain})`,
      expected: 'nested stacks that do not contain each other',
    },
  ]);
}

/** Parameter values that a parent passes to a nested stack; `undefined` for a value that is computed at deployment. */
export function passedParameters(properties: PlainObject): ReadonlyMap<string, unknown> {
  const parameters = section(properties, 'Parameters');
  return new Map(Object.entries(parameters).map(([name, value]) => [name, intrinsicOf(value) === undefined ? value : undefined]));
}
