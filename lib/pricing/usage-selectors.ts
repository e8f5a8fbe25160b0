import type { Template, TemplateResource } from '../cloudformation/template-resource';

/** Selector of data transfer, and the component of its lines. */
export const NETWORK = 'network';

/** Names of a resource that a selector of given usage may have. */
export interface SelectableNames {
  /** Names of the resource itself: its logical id and its construct path, each also after the name of its stack and `/`. */
  readonly own: readonly string[];
  /** Constructs that contain it, the nearest first, and its component. */
  readonly around: readonly string[];
  /** Its CloudFormation type. */
  readonly type: string;
}

/** Last id of a path, which the CDK adds to the construct that a user names. */
const DEFAULT_CHILD = /\/(?:Resource|Default)$/;

/** The names of a resource in its template. */
export function selectableNames(
  { id, path, component, type }: TemplateResource,
  template: Pick<Template, 'name' | 'stackName'>,
): SelectableNames {
  const construct = path?.replace(DEFAULT_CHILD, '');
  const own = [...new Set([...(construct === undefined ? [] : [construct]), id, ...(path === undefined ? [] : [path])])];
  const around = new Set([...(construct === undefined ? [] : constructsAround(construct)), component]);
  for (const name of own) around.delete(name);
  const inStack = (names: readonly string[]) => [...names, ...names.map((name) => `${template.stackName ?? template.name}/${name}`)];
  return { own: inStack(own), around: inStack([...around]), type };
}

function constructsAround(construct: string): readonly string[] {
  const ids = construct.split('/');
  return ids.slice(1).map((_, index) => ids.slice(0, ids.length - 1 - index).join('/'));
}

/** Whether a selector is a pattern. */
export function isPattern(selector: string): boolean {
  return selector.includes('*');
}

/** A test of names against a pattern, in which `*` stands for any characters. Linear in the length of a name for each `*`. */
export function patternTest(pattern: string): (name: string) => boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop() ?? '';
  return (name) => {
    if (name.length < start.length + end.length || !name.startsWith(start) || !name.endsWith(end)) return false;
    const limit = name.length - end.length;
    let position = start.length;
    for (const part of rest) {
      const found = name.indexOf(part, position);
      if (found < 0 || found + part.length > limit) return false;
      position = found + part.length;
    }
    return true;
  };
}
