/** Metadata key with the path of a resource's construct in the app: `Stack/database/Instance/Resource`. */
export const PATH_METADATA_KEY = 'aws:cdk:path';

/** The construct that the CDK puts around the template of a nested stack has the nested stack's id with this after it. */
const NESTED_STACK_SUFFIX = /\.NestedStack$/;

/**
 * The path below the stack, and its first part, the component. A stack has one id in the path unless `stackPath` says
 * that it lies in stages: `Prod/Shop`. Without a path, as in templates that the CDK didn't make, a resource is its own component.
 */
export function componentOf(id: string, path: unknown, stackPath?: string): { readonly component: string; readonly path?: string } {
  if (typeof path !== 'string') return { component: id };
  const below = belowStack(path, stackPath);
  const first = untilSlash(below);
  return first === '' ? { component: id } : { component: first.replace(NESTED_STACK_SUFFIX, ''), path: below };
}

function belowStack(path: string, stackPath: string | undefined): string {
  if (stackPath !== undefined && path.startsWith(`${stackPath}/`)) return path.slice(stackPath.length + 1);
  return path.slice(untilSlash(path).length + 1);
}

function untilSlash(path: string): string {
  const end = path.indexOf('/');
  return end < 0 ? path : path.slice(0, end);
}
