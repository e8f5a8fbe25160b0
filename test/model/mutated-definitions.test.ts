import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { loadSystem } from '../../lib/answers/system-reference';
import { InputError, problemText } from '../../lib/core/problems';
import { webShop } from '../../lib/draft/web-shop';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { SYSTEMS } from '../../tiers';

type Path = readonly (string | number)[];

/** Definitions that use every field between them. */
const DEFINITIONS: readonly SystemDefinition[] = [webShop('shop').system, ...SYSTEMS];

const PATHS: readonly (readonly [definition: number, path: Path])[] = DEFINITIONS.flatMap((definition, index) =>
  pathsIn(definition).map((path) => [index, path] as const),
);

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...steps].flatMap((step) => [[...path, step], ...pathsIn((value as Record<string | number, unknown>)[step], [...path, step])]);
}

/** Values that people write by mistake, and that a YAML file can contain. */
const WRONG_VALUES: readonly unknown[] = [
  null,
  [],
  {},
  '',
  ' ',
  'x',
  'yes',
  '8 cores',
  '$VALUE',
  0,
  -1,
  0.5,
  1e99,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
  [1],
  [1, 2, 3],
  ['x'],
  [{}],
  [null],
  { x: 1 },
  { value: 'x' },
  { low: 1 },
  'constructor',
  new Date(0),
];

/** Sentences of zod 4 (locales/en) and of JavaScript, which say nothing to the author of a definition. */
const RAW =
  /Invalid (?:input|option|key|string|element)|Too (?:small|big)|Unrecognized key|expected (?:string|number|object|array|boolean|record|map|tuple|never|nan|int)\b|received|undefined|\[object|NaN to|another value|another format|Cannot read|is not a function|internal/;

interface Mistake {
  readonly definition: number;
  readonly path: Path;
  /** The new value; absent when the key is removed. */
  readonly value?: unknown;
  /** A key that is added to the object at the path. */
  readonly key?: string;
}

/** The definition with a removed or replaced value, or with an additional key. */
function withMistake({ definition, path, ...change }: Mistake): SystemDefinition {
  const copy = structuredClone(DEFINITIONS[definition]) as SystemDefinition;
  const parent = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((inner, step) => inner[step] as Record<string, unknown>, copy as never);
  const last = path.at(-1) ?? '';
  const value = parent[last];
  if (change.key !== undefined && typeof value === 'object' && value !== null) (value as Record<string, unknown>)[change.key] = 1;
  else if ('value' in change) parent[last] = structuredClone(change.value);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

/** The problems of a definition and of its first tier; empty when it is valid. Any other error fails the test. */
function problemsOf(definition: SystemDefinition): readonly string[] {
  try {
    for (const { id } of loadSystem(definition).tiers.slice(0, 1)) blueprintFor({ system: definition, tier: id });
    return [];
  } catch (error) {
    if (error instanceof InputError) return [error.subject, ...error.problems.map(problemText)];
    throw error;
  }
}

/** About 16 ms each: 6,000 took 99 s and passed. */
const RUNS = 100;

const place = fc.constantFrom(...PATHS);
const mistake: fc.Arbitrary<Mistake> = fc.oneof(
  place.map(([definition, path]) => ({ definition, path })),
  fc.tuple(place, fc.constantFrom(...WRONG_VALUES)).map(([[definition, path], value]) => ({ definition, path, value })),
  fc.tuple(place, fc.constantFrom('x', 'kind ', 'cpu', '')).map(([[definition, path], key]) => ({ definition, path, key })),
);

describe('a definition with a mistake', () => {
  it('has problems without the words of zod, or none', () => {
    fc.assert(
      fc.property(mistake, (made) => {
        for (const problem of problemsOf(withMistake(made))) expect(problem, JSON.stringify(made)).not.toMatch(RAW);
      }),
      { numRuns: RUNS },
    );
  });
});
