import { z } from 'zod';
import { CapacityJson } from '../lib/capacity-json';
import { CompareJson } from '../lib/compare-json';
import { CurveJson } from '../lib/curve-json';
import { ExplainJson } from '../lib/explain-json';
import { LintJson } from '../lib/lint-json';
import { ManifestEstimateJson } from '../lib/manifest-bill-json';
import { ManifestsJson } from '../lib/manifests-json';
import { Options, System, Tier, WorkloadQuestion } from '../lib/model';
import { EstimateJson } from '../lib/pricing';
import { RecommendJson } from '../lib/recommend-json';
import { Calibration } from '../lib/sizing';

/** What people write is described as it is before defaults are filled in, what we print as it is printed. */
const SCHEMAS: Readonly<Record<string, { readonly schema: z.ZodType; readonly io: 'input' | 'output' }>> = {
  estimate: { schema: EstimateJson, io: 'output' },
  'estimate-manifests': { schema: ManifestEstimateJson, io: 'output' },
  compare: { schema: CompareJson, io: 'output' },
  explain: { schema: ExplainJson, io: 'output' },
  lint: { schema: LintJson, io: 'output' },
  manifests: { schema: ManifestsJson, io: 'output' },
  recommend: { schema: RecommendJson, io: 'output' },
  capacity: { schema: CapacityJson, io: 'output' },
  curve: { schema: CurveJson, io: 'output' },
  fit: { schema: Calibration.meta({ title: 'sizing fit' }), io: 'output' },
  options: { schema: Options, io: 'input' },
  tier: { schema: Tier, io: 'input' },
  system: { schema: System, io: 'input' },
  workload: { schema: WorkloadQuestion, io: 'input' },
};

export const SCHEMA_FOLDER = 'schemas';

/** The published JSON Schemas: file name and content, generated from the schemas that the code itself checks with. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, { schema, io }]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io }), null, 2)}\n`,
    ]),
  );
}
