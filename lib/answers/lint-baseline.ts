import { z } from 'zod';
import { readText } from '../io/files';
import { parseJson } from '../io/parse-json';
import type { Finding } from '../lint/finding';
import { parseInput } from '../model/parse';

/** Identity of a finding from run to run, without its line: lines change with every edit above them. */
const BaselineFinding = z.strictObject({
  file: z.string().describe('path of the file, as it was checked'),
  rule: z.string().describe('id of the rule'),
  object: z.string().describe('kind, namespace and name: Deployment shop/web'),
  path: z.string().describe('path of the field in the object; empty for the object as a whole'),
});

/** A baseline file: findings that were there when the linter was adopted. */
const Baseline = z
  .strictObject({
    kind: z.literal('sizing-blueprints/lint-baseline').describe('marks the file as a baseline'),
    version: z.literal(1).describe('version of the format'),
    findings: z.array(BaselineFinding).describe('known findings, which are not reported'),
  })
  .meta({ title: 'Baseline of sizing lint' });
export type Baseline = z.infer<typeof Baseline>;

const EXPECTED = 'a file that `sizing lint --write-baseline` wrote';
const MAX_BYTES = 20_000_000;

/** Reads a baseline file. Throws an InputError with every problem. */
export function readBaseline(path: string): Baseline {
  const subject = `baseline ${path}`;
  return parseInput(Baseline, parseJson(readText(path, subject, { expected: EXPECTED, maxBytes: MAX_BYTES }), subject), subject);
}

/** The baseline of findings, each once, in the order of their keys. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const byKey = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const sorted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    kind: 'sizing-blueprints/lint-baseline',
    version: 1,
    findings: sorted.map(([, { file, rule, object, path }]) => ({ file, rule, object, path })),
  };
}

/** Findings that a baseline does not contain, those that it contains, and the number of its entries that are no findings any more. */
export function withoutBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
): { readonly found: readonly Finding[]; readonly known: readonly Finding[]; readonly fixed: number } {
  const entries = new Set(baseline.findings.map(keyOf));
  const found = findings.filter((finding) => !entries.has(keyOf(finding)));
  const known = findings.filter((finding) => entries.has(keyOf(finding)));
  return { found, known, fixed: entries.size - new Set(known.map(keyOf)).size };
}

function keyOf({ file, rule, object, path }: Baseline['findings'][number]): string {
  return JSON.stringify([file, rule, object, path]);
}
