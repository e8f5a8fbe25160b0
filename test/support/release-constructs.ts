import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const load = createRequire(__filename);

/**
 * Calls a function that synthesizes an app and returns plain data, and lets go of the constructs of the app. The CDK keeps the tokens and
 * references of a process in maps, and with them about 2 MB for each stack: they fill the heap of a worker that synthesizes 2,000.
 * Those of a call that loads modules stay, because modules have tokens of their own, such as `Aws.REGION`.
 */
export function releasingConstructs<T>(synthesize: () => T): T {
  const modules = Object.keys(load.cache).length;
  const before = mapsOfTheCdk().map((map) => new Set(map.keys()));
  const result = synthesize();
  if (Object.keys(load.cache).length !== modules) return result;
  for (const [index, map] of mapsOfTheCdk().entries()) {
    for (const key of map.keys()) if (!before[index]?.has(key)) map.delete(key);
  }
  return result;
}

/** `core/lib/private/token-map.js` and `core/lib/private/cfn-reference.js` of the CDK, which it does not publish. */
function mapsOfTheCdk(): readonly Map<unknown, unknown>[] {
  const tokens = (globalThis as { readonly __cdkTokenMap?: Record<'stringTokenMap' | 'numberTokenMap', Map<unknown, unknown>> })
    .__cdkTokenMap;
  const file = join(dirname(load.resolve('aws-cdk-lib/package.json')), 'core/lib/private/cfn-reference.js');
  const references = load.cache[file]?.exports as { readonly CfnReference: { readonly referenceTable: Map<unknown, unknown> } } | undefined;
  return tokens === undefined || references === undefined
    ? []
    : [tokens.stringTokenMap, tokens.numberTokenMap, references.CfnReference.referenceTable];
}
