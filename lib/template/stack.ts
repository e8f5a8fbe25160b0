import { dirname, join } from 'node:path';
import { exists, isPlainObject, own, type PlainObject, section } from '../source';
import { readTemplateText } from './files';
import { parseText } from './parse-template';
import { intrinsicOf } from './references';
import { templateFrom } from './template-from';
import type { Template } from './template-resource';

/** A stack's template file, and what is known of it besides. */
export interface StackSource {
  readonly file: string;
  /** For messages: the stack's name, or the file's path. */
  readonly name: string;
  readonly region?: string;
  readonly stackPath?: string;
  readonly parameters?: ReadonlyMap<string, unknown>;
  readonly mayBeEmpty?: boolean;
}

const NESTED_STACK = 'AWS::CloudFormation::Stack';
/** Where the CDK says which file beside the parent's holds the template of a nested stack. */
const ASSET_PATH_KEY = 'aws:asset:path';

/** Reads a stack's template, followed by the templates of its nested stacks that lie beside it. */
export function readStack(source: StackSource): readonly Template[] {
  const { file, name, region, mayBeEmpty = false, stackPath, parameters } = source;
  const raw = parseText(readTemplateText(file, name), name);
  const nested = isPlainObject(raw) ? nestedStacks(raw, source) : new Map<string, StackSource>();
  const nestedTemplates = new Map([...nested].map(([id, stack]) => [id, stack.name]));
  const origin = {
    nestedTemplates,
    mayBeEmpty,
    ...(stackPath !== undefined && { stackPath }),
    ...(parameters !== undefined && { parameters }),
  };
  return [templateFrom(raw, name, region, origin), ...[...nested.values()].flatMap(readStack)];
}

function nestedStacks(raw: PlainObject, parent: StackSource): ReadonlyMap<string, StackSource> {
  const stacks = new Map<string, StackSource>();
  for (const [id, resource] of Object.entries(section(raw, 'Resources'))) {
    if (!isPlainObject(resource) || own(resource, 'Type') !== NESTED_STACK) continue;
    const asset = own(section(resource, 'Metadata'), ASSET_PATH_KEY);
    const file = typeof asset === 'string' ? join(dirname(parent.file), asset) : undefined;
    // A file that is its own nested stack would never end; CloudFormation couldn't deploy it either.
    if (file === undefined || file === parent.file || !exists(file)) continue;
    const parameters = passedParameters(section(section(resource, 'Properties'), 'Parameters'));
    stacks.set(id, { ...parent, file, name: `${parent.name}/${id}`, parameters });
  }
  return stacks;
}

/** Literal values that a parent passes; what it computes is only known at deployment. */
function passedParameters(parameters: PlainObject): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(parameters).map(([name, value]) => [name, intrinsicOf(value) === undefined ? value : undefined]));
}
