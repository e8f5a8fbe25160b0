import { z } from 'zod';
import { SuppressionFile } from '../lib/answers/lint-suppressions';
import { UsageFile } from '../lib/contract/usage-file';
import { isPlainObject } from '../lib/core/plain-object';
import { Calibration } from '../lib/loadtest/calibration';
import { Definition } from '../lib/model/definition';
import { EnvironmentFile } from '../lib/model/environment-file';
import { Options } from '../lib/model/options';
import { System } from '../lib/model/system';
import { Tier } from '../lib/model/tier';
import { WorkloadQuestion } from '../lib/model/workload';
import { Observation } from '../lib/observation/observation';
import { CapacityJson } from '../lib/output/json/capacity';
import { CheckJson } from '../lib/output/json/check';
import { ClusterCheckJson } from '../lib/output/json/cluster-check';
import { CompareJson } from '../lib/output/json/compare';
import { CurveJson } from '../lib/output/json/curve';
import { DesignJson } from '../lib/output/json/design';
import { DiffJson } from '../lib/output/json/diff';
import { EstimateJson } from '../lib/output/json/estimate';
import { ExplainJson } from '../lib/output/json/explain';
import { InitJson } from '../lib/output/json/init';
import { LintJson } from '../lib/output/json/lint';
import { ListJson } from '../lib/output/json/list';
import { ManifestEstimateJson } from '../lib/output/json/manifest-estimate';
import { ManifestMoveJson } from '../lib/output/json/manifest-move';
import { ManifestsJson } from '../lib/output/json/manifests';
import { MoveJson } from '../lib/output/json/move';
import { QuotasJson } from '../lib/output/json/quotas';
import { RecommendJson } from '../lib/output/json/recommend';

/** Schemas of files that users write describe them before defaults are filled in; schemas of answers describe the printed JSON. */
const SCHEMAS: Readonly<
  Record<string, { readonly schema: z.ZodType; readonly io: 'input' | 'output'; readonly reused?: 'ref' | 'inline' }>
> = {
  init: { schema: InitJson, io: 'output' },
  list: { schema: ListJson, io: 'output' },
  estimate: { schema: EstimateJson, io: 'output' },
  'estimate-manifests': { schema: ManifestEstimateJson, io: 'output' },
  diff: { schema: DiffJson, io: 'output' },
  compare: { schema: CompareJson, io: 'output' },
  explain: { schema: ExplainJson, io: 'output' },
  lint: { schema: LintJson, io: 'output' },
  check: { schema: CheckJson, io: 'output' },
  manifests: { schema: ManifestsJson, io: 'output' },
  'cluster-check': { schema: ClusterCheckJson, io: 'output' },
  move: { schema: MoveJson, io: 'output' },
  'manifest-move': { schema: ManifestMoveJson, io: 'output' },
  quotas: { schema: QuotasJson, io: 'output' },
  recommend: { schema: RecommendJson, io: 'output' },
  design: { schema: DesignJson, io: 'output' },
  capacity: { schema: CapacityJson, io: 'output' },
  curve: { schema: CurveJson, io: 'output' },
  fit: { schema: Calibration.meta({ title: 'sizing fit' }), io: 'output' },
  observe: { schema: Observation.meta({ title: 'sizing observe' }), io: 'output' },
  environment: { schema: EnvironmentFile, io: 'input' },
  options: { schema: Options, io: 'input' },
  tier: { schema: Tier, io: 'input' },
  system: { schema: System, io: 'input' },
  // Written out in full it has a megabyte, because tiers and components occur several times.
  definition: { schema: Definition, io: 'input', reused: 'ref' },
  workload: { schema: WorkloadQuestion, io: 'input' },
  usage: { schema: UsageFile, io: 'input' },
  'lint-suppressions': { schema: SuppressionFile, io: 'input' },
};

export const SCHEMA_FOLDER = 'schemas';

/** The published JSON Schemas: file name and content, generated from the schemas that the code itself checks with. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, { schema, io, reused = 'inline' }]) => [
      `${name}.schema.json`,
      `${JSON.stringify(readByEditors(z.toJSONSchema(schema, { io, reused })), null, 2)}\n`,
    ]),
  );
}

/**
 * A schema that validators of earlier drafts read in the same way. The YAML extension of VS Code reports each tuple with `prefixItems` and
 * `items: false` as an error (https://github.com/redhat-developer/vscode-yaml/issues/1175), so that a list of equal items has `items`. The
 * format `starts_with` is zod's own, and its pattern says the same.
 */
function readByEditors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readByEditors);
  if (!isPlainObject(value)) return value;
  const items = Array.isArray(value.prefixItems) && value.items === false ? value.prefixItems : [];
  const isOfEqual = items.length > 0 && new Set(items.map((item) => JSON.stringify(item))).size === 1;
  const entries = Object.entries(value).filter(
    ([key, each]) => !(isOfEqual && key === 'prefixItems') && !(key === 'format' && each === 'starts_with'),
  );
  return Object.fromEntries(entries.map(([key, each]) => [key, readByEditors(isOfEqual && key === 'items' ? items[0] : each)]));
}
