import { z } from 'zod';
import type { StringCache } from '../io/cached-files';
import { fingerprintOf, fingerprintOfCode } from '../io/fingerprint';
import { cachedJson } from './cached-json';
import type { ChartFile, ChartsOf } from './estimate-manifest-files';

/** Rooms that the objects of a chart depend on. A test compares them with the imports of `lib/kubernetes`. */
export const CHART_ROOMS = ['contract', 'conventions', 'core', 'kubernetes', 'model'] as const;

/** Input of cached charts. */
export interface CachedChartsProps {
  /** Synthesizes a chart. */
  readonly synthesize: ChartsOf;
  /** Versions of cdk8s and its library, and everything else that synthesis reads except the blueprint. */
  readonly synthesizer: string;
  /** Where the objects are cached between runs. */
  readonly cache: StringCache;
}

const CachedCharts: z.ZodType<readonly ChartFile[]> = z
  .array(z.strictObject({ path: z.string().min(1), objects: z.array(z.record(z.string(), z.unknown())).min(1) }))
  .min(1);

/** The objects of a blueprint's chart, which are not synthesized twice. An entry that is not a list of files with objects is removed. */
export function cachedCharts({ synthesize, synthesizer, cache }: CachedChartsProps): ChartsOf {
  let code: string | undefined;
  return (blueprint) => {
    code ??= `charts ${synthesizer} ${fingerprintOfCode(CHART_ROOMS)}`;
    const key = fingerprintOf(`${code} ${JSON.stringify(blueprint)}`);
    return cachedJson({ cache, key, schema: CachedCharts, make: () => synthesize(blueprint) });
  };
}
