import { DECLARATION_FILE, DECLARATION_KEY } from '../contract/key';
import { type DeclaredUse, parseDeclaration } from '../contract/schema';
import { parseJson } from '../io/parse-json';
import type { ManifestObject } from '../manifests/manifest-object';
import { stringAt } from '../manifests/values';
import { REGIONS } from '../model/options';
import { componentOf, scopeOf } from '../scheduling/component';

/** Usage that manifests declare, by the scope of the objects that it is for. */
export interface DeclaredScopes {
  /** Declarations by scope. */
  readonly declared: ReadonlyMap<string, DeclaredUse>;
  /** The region of the declarations. */
  readonly region?: string;
  /** Whether they are for an EKS cluster that a stack of this package creates. */
  readonly isOurEks: boolean;
  /** Declared number of replicas of an object; undefined without a declaration. */
  expectedCount(object: ManifestObject): number | undefined;
}

/** Reads the declarations of manifests; none for those of others. Throws an InputError for one that is unreadable. */
export function declaredScopes(objects: readonly ManifestObject[], name: string): DeclaredScopes {
  const declared = new Map<string, DeclaredUse>();
  const regions: string[] = [];
  let isOurEks = false;
  for (const object of objects) {
    const text =
      object.kind === 'ConfigMap' && object.name === DECLARATION_KEY ? stringAt(object.raw, 'data', DECLARATION_FILE) : undefined;
    if (text === undefined) continue;
    const declaration = parseDeclaration(parseJson(text, `${name}, ${DECLARATION_FILE}`), name, [DECLARATION_FILE]);
    declared.set(scopeOf(object), declaration);
    isOurEks ||= declaration.options.platform === 'eks';
    regions.push(...REGIONS.filter((region) => region === declaration.options.region));
  }
  const counts = expectedCounts(declared);
  return {
    declared,
    isOurEks,
    ...(regions[0] !== undefined && { region: regions[0] }),
    expectedCount: (object) => counts.get(`${scopeOf(object)} ${componentOf(object)}`),
  };
}

function expectedCounts(declared: ReadonlyMap<string, DeclaredUse>): ReadonlyMap<string, number> {
  const counts = [...declared].flatMap(([scope, { usage }]) =>
    usage.filter(({ key }) => key === 'expectedCount').map(({ component, quantity }) => [`${scope} ${component}`, quantity.mid] as const),
  );
  return new Map(counts);
}
