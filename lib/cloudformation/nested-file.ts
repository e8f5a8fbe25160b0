import { dirname, join, relative, resolve } from 'node:path';
import { isPlainObject, own, type PlainObject, section } from '../core/plain-object';
import { exists, pathKind } from '../io/files';
import { EXPECTED_PATH } from './files';
import { intrinsicOf } from './references';
import type { TemplateTree } from './template-tree';

/** The file of a nested stack's template. */
export interface NestedFile {
  /** Path of the file. */
  readonly file: string;
  /** Attribute of the resource that names it, for messages. */
  readonly key: string;
  /** Whether the resource names this very file. False for one that is found by its name, or by the end of a URL. */
  readonly isNamed: boolean;
}

/** Metadata key with the file of a nested stack's template, relative to the file of the parent. */
export const ASSET_PATH_KEY = 'aws:asset:path';
/** Properties that name a template: of AWS::CloudFormation::Stack and AWS::Serverless::Application. */
const URL_KEYS = ['TemplateURL', 'Location'] as const;
const URL_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** `arn:aws:serverlessrepo:us-east-1:123456789012:applications/name` */
const APPLICATION_ID = /:serverlessrepo:[^:]*:[^:]*:applications\/([^/]+)$/;

/** The parent of a nested stack. */
export interface NestedIn {
  /** Path of the parent's template. */
  readonly file: string;
  /** Absolute paths of the templates that contain the nested stack, the parent included. */
  readonly ancestors: readonly string[];
  /** The files that may be its template. */
  readonly tree: TemplateTree;
}

/**
 * The file of a nested stack's template: as the CDK names it in the metadata, or as TemplateURL names it: a path relative to the
 * parent's file (`aws cloudformation package` uploads it), or the URL of an uploaded file that is also in the tree. Of a URL the longest
 * end that names a file counts: `https://bucket/v1/network/vpc.yaml` is `network/vpc.yaml` or `vpc.yaml` in the folder of the parent, or in
 * the nearest of the folders that contain it, up to the top of the tree, or else the only `vpc.yaml` anywhere below the nearest of these
 * folders that has one. So does the end of a path
 * that leads to no file, such as one from a folder of a build. An application of the AWS Serverless Application Repository is the template
 * of the tree that publishes it. Undefined when there is no such file, or when the branches of an `Fn::If` name different files.
 */
export function nestedFile(resource: PlainObject, parent: NestedIn): NestedFile | undefined {
  const asset = own(section(resource, 'Metadata'), ASSET_PATH_KEY);
  if (typeof asset === 'string') {
    const file = join(dirname(parent.file), asset);
    if (isFile(file)) return { file, key: `Metadata.${ASSET_PATH_KEY}`, isNamed: true };
  }
  const properties = section(resource, 'Properties');
  const urlKey = URL_KEYS.find((key) => Object.hasOwn(properties, key)) ?? 'TemplateURL';
  const url = own(properties, urlKey);
  const file = fileOf(url, parent);
  if (file === undefined) return undefined;
  return { file, key: `Properties.${urlKey}`, isNamed: typeof url === 'string' && file === join(dirname(parent.file), url) };
}

function fileOf(value: unknown, parent: NestedIn): string | undefined {
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Fn::If') {
    const [file, ...others] = new Set((Array.isArray(argument) ? argument.slice(1) : []).map((branch) => fileOf(branch, parent)));
    return others.length === 0 ? file : undefined;
  }
  if (isPlainObject(value) && Object.hasOwn(value, 'ApplicationId')) return applicationFile(value, parent);
  const url = literalEnd(value);
  return url === undefined ? undefined : urlFile(url, parent);
}

function urlFile({ text, isWhole }: TemplateUrl, { file, ancestors, tree }: NestedIn): string | undefined {
  const isInTree = (each: string) => isInside(each, tree.folder) && isFile(each);
  const exact = join(dirname(file), text);
  if (isWhole && isInTree(exact)) return exact;
  const segments = segmentsOf(text);
  const ends = segments.map((_, index) => join(...segments.slice(index)));
  const beside = foldersOf(dirname(file), tree.folder).flatMap((folder) => ends.map((end) => join(folder, end)));
  const isAncestor = (each: string) => ancestors.includes(resolve(each));
  const nearest = beside.find((each) => !isAncestor(each) && isInTree(each));
  if (nearest !== undefined) return nearest;
  const named = (tree.filesByName().get(segments.at(-1) ?? '') ?? []).filter((each) => !isAncestor(each));
  const below = foldersOf(dirname(file), tree.folder).map((folder) => named.filter((each) => isInside(each, folder)));
  return onlyOne(below.find((files) => files.length > 0) ?? []);
}

/** The template that publishes an application, in the version that the nested stack names. */
function applicationFile(location: PlainObject, { ancestors, tree }: NestedIn): string | undefined {
  const id = own(location, 'ApplicationId');
  const name = typeof id === 'string' ? APPLICATION_ID.exec(id)?.[1] : undefined;
  if (name === undefined) return undefined;
  const wanted = String(own(location, 'SemanticVersion'));
  const published = tree.filesByApplication().get(name) ?? [];
  const matching = published.filter(({ file, version = wanted }) => version === wanted && !ancestors.includes(resolve(file)));
  return onlyOne(matching)?.file;
}

function onlyOne<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function isFile(path: string): boolean {
  return exists(path, EXPECTED_PATH) && pathKind(path, EXPECTED_PATH) === 'file';
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

function segmentsOf(url: string): readonly string[] {
  const [path = ''] = url.replace(URL_SCHEME, '').split(/[?#]/);
  return path.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
}
