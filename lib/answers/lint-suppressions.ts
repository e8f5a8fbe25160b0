import { dirname } from 'node:path';
import { z } from 'zod';
import { InputError, notOneOf } from '../core/problems';
import { readText } from '../io/files';
import { parseConfig } from '../io/yaml/parse-config';
import type { Finding } from '../lint/finding';
import { RULES } from '../lint/rules';
import type { SuppressedFinding } from '../lint/suppressed-finding';
import { pathMatcher } from '../manifests/path-patterns';
import { parseInput } from '../model/parse';

const PathSuppression = z.strictObject({
  paths: z
    .array(z.string().min(1))
    .min(1)
    .describe('patterns of files in the syntax of .gitignore, relative to the folder of this file: vendor/, "*.generated.yaml"'),
  rules: z.array(z.string()).min(1).describe('ids of the rules whose findings are not reported, as --list-rules lists them'),
  reason: z.string().regex(/\S/, { error: 'a reason' }).describe('why the findings are no defects; reports show it'),
});

/** A file of findings that are not reported, by path. */
export const SuppressionFile = z
  .strictObject({ suppressions: z.array(PathSuppression).describe('findings that are not reported; the first match counts') })
  .meta({ title: 'Suppressions of sizing lint' });

/** An entry of a file of suppressions. */
export interface FileSuppression {
  /** The file, and the place of the entry in it: `sizing-lint.yaml: suppressions.1`. */
  readonly place: string;
  /** Ids of the rules. */
  readonly rules: readonly string[];
  /** Why the findings are no defects. */
  readonly reason: string;
  /** Whether a checked file matches a pattern of the entry. */
  readonly matches: (file: string) => boolean;
}

const MAX_BYTES = 1_000_000;

/** Reads a file of suppressions, YAML or JSON. Throws an InputError with every problem of the file. */
export function readSuppressions(path: string): readonly FileSuppression[] {
  const subject = `suppressions ${path}`;
  const text = readText(path, subject, { expected: 'a YAML or JSON file of suppressions', maxBytes: MAX_BYTES });
  const { suppressions } = parseInput(SuppressionFile, parseConfig(text, subject, path), subject);
  const known = RULES.map(({ id }) => id);
  const problems = suppressions.flatMap(({ rules }, entry) =>
    rules.flatMap((rule, index) =>
      known.includes(rule)
        ? []
        : [
            {
              ...notOneOf(`suppressions.${entry}.rules.${index}`, rule, known),
              expected: 'a rule that `sizing lint --list-rules` lists',
            },
          ],
    ),
  );
  if (problems.length > 0) throw new InputError(subject, problems);
  return suppressions.map(({ paths, rules, reason }, entry) => ({
    place: `${path}: suppressions.${entry}`,
    rules,
    reason,
    matches: pathMatcher(paths, dirname(path)),
  }));
}

/** An entry, or one rule of it, that suppresses no finding. */
export interface UnusedSuppression {
  /** The file, and the place of the entry in it: `sizing-lint.yaml: suppressions.1`. */
  readonly place: string;
  /** The rule without findings in these files. */
  readonly rule: string;
}

/** Findings that are reported, those that are not, and the rules of entries that suppress nothing. */
export interface SortedFindings {
  /** Findings that no entry suppresses. */
  readonly found: readonly Finding[];
  /** Findings that an entry suppresses. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Checked rules of entries without a finding. */
  readonly unused: readonly UnusedSuppression[];
}

/** Sorts findings by the entries that suppress them. A rule that is not checked is not unused. */
export function withoutSuppressed(
  findings: readonly Finding[],
  suppressions: readonly FileSuppression[],
  checkedRules: readonly string[],
): SortedFindings {
  const found: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const used = new Map(suppressions.map((entry) => [entry, new Set<string>()]));
  for (const finding of findings) {
    const entry = suppressions.find(({ rules, matches }) => rules.includes(finding.rule) && matches(finding.file));
    if (entry === undefined) found.push(finding);
    else {
      used.get(entry)?.add(finding.rule);
      suppressed.push({ finding, by: 'file', reason: entry.reason });
    }
  }
  const unused = suppressions.flatMap((entry) =>
    entry.rules.filter((rule) => checkedRules.includes(rule) && !used.get(entry)?.has(rule)).map((rule) => ({ place: entry.place, rule })),
  );
  return { found, suppressed, unused };
}
