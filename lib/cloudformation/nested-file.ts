import { dirname, join, relative } from 'node:path';
import { own, type PlainObject, section } from '../core/plain-object';
import { exists, pathKind } from '../io/files';
import { EXPECTED_PATH } from './files';
import { intrinsicOf } from './references';

/** The file of a nested stack's template. */
export interface NestedFile {
  /** Path of the file. */
  readonly file: string;
  /** Attribute of the resource that names it, for messages. */
  readonly key: string;
}

/** Metadata key with the file of a nested stack's template, relative to the file of the parent. */
export const ASSET_PATH_KEY = 'aws:asset:path';
/** Properties that name a template: of AWS::CloudFormation::Stack and AWS::Serverless::Application. */
const URL_KEYS = ['TemplateURL', 'Location'] as const;
const URL_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * The file of a nested stack's template: as the CDK names it in the metadata, or as TemplateURL names it: a path relative to the
 * parent's file (`aws cloudformation package` uploads it), or the URL of an uploaded file that is also in the tree. Of a URL the longest
 * end that names a file counts: `https://bucket/v1/network/vpc.yaml` is `network/vpc.yaml` or `vpc.yaml` in the folder of the parent, or in
 * the nearest of the folders that contain it, up to the top of the tree. So does the end of a path that leads to no file, such as one
 * from a folder of a build. Undefined when there is no such file.
 */
export function nestedFile(resource: PlainObject, parentFile: string, tree: string): NestedFile | undefined {
  const asset = own(section(resource, 'Metadata'), ASSET_PATH_KEY);
  const properties = section(resource, 'Properties');
  const urlKey = URL_KEYS.find((key) => Object.hasOwn(properties, key)) ?? 'TemplateURL';
  const url = literalEnd(own(properties, urlKey));
  const key = `Properties.${urlKey}`;
  const beside = dirname(parentFile);
  const candidates = [
    ...(typeof asset === 'string' ? [{ file: join(beside, asset), key: `Metadata.${ASSET_PATH_KEY}` }] : []),
    ...(url === undefined ? [] : foldersOf(beside, tree).flatMap((base) => filesOf(url, base).map((file) => ({ file, key })))),
  ];
  return candidates.find(
    (candidate) =>
      (candidate.key !== key || isInside(candidate.file, tree)) &&
      exists(candidate.file, EXPECTED_PATH) &&
      pathKind(candidate.file, EXPECTED_PATH) === 'file',
  );
}

/** A folder and those that contain it, up to the top of the tree. */
function foldersOf(folder: string, tree: string): readonly string[] {
  const above = join(folder, '..');
  return relative(tree, folder) === '' || !isInside(above, tree) ? [folder] : [folder, ...foldersOf(above, tree)];
}

function isInside(file: string, folder: string): boolean {
  return !relative(folder, file).startsWith('..');
}

interface TemplateUrl {
  /** The literal text of the URL, or the literal text after its last function. */
  readonly text: string;
  /** Whether the text is the whole URL. */
  readonly isWhole: boolean;
}

function literalEnd(value: unknown): TemplateUrl | undefined {
  if (typeof value === 'string') return { text: value, isWhole: !URL_SCHEME.test(value) };
  const [name, argument] = intrinsicOf(value) ?? [];
  const parts = name === 'Fn::Join' && Array.isArray(argument) ? argument[1] : argument;
  const last: unknown = Array.isArray(parts) ? (name === 'Fn::Sub' ? parts[0] : parts.at(-1)) : parts;
  if (typeof last !== 'string' || (name !== 'Fn::Join' && name !== 'Fn::Sub')) return undefined;
  return { text: last.slice(last.lastIndexOf('}') + 1), isWhole: false };
}

function filesOf({ text, isWhole }: TemplateUrl, base: string): readonly string[] {
  const [path = ''] = text.replace(URL_SCHEME, '').split(/[?#]/);
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  const ends = segments.map((_, index) => join(base, ...segments.slice(index)));
  return isWhole ? [join(base, text), ...ends] : ends;
}
