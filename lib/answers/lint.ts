import { type RuleSelection, selectRules } from '../core/rule-description';
import type { RuleSet } from '../core/rule-set';
import type { Finding } from '../lint/finding';
import { lintAll } from '../lint/lint';
import { type ClusterSettings, DEFAULT_CLUSTER_SETTINGS } from '../lint/lint-context';
import type { Rule } from '../lint/rule';
import { RULES } from '../lint/rules';
import { unreadableFile } from '../lint/rules/unreadable-file';
import { kubernetesRelease } from '../lint/schema';
import type { SuppressedFinding } from '../lint/suppressed-finding';
import { type PartlyRead, readManifests, readPartly } from '../manifests/read-manifests';
import type { SkippedFile } from '../manifests/skipped-file';
import { readDefinitions } from './cluster-definitions';
import { baselineOf, readBaseline, withoutBaseline } from './lint-baseline';
import { readSuppressions, type UnusedSuppression, withoutSuppressed } from './lint-suppressions';

export { baselineOf };

/** Which rules to check, in which files, and for which cluster. */
export interface LintRequest extends RuleSelection {
  /** Sets of rules to check; ignored where `rules` names rules. Default: recommended. */
  readonly sets?: readonly RuleSet[];
  /** Facts about the cluster that manifests do not contain. Default: a cluster with nodes in three zones. */
  readonly cluster?: ClusterSettings;
  /** Patterns of files of folders that are not checked, in the syntax of `.gitignore`. Default: those of `.sizingignore` in the folder. */
  readonly excluded?: readonly string[];
  /** Files and folders of CustomResourceDefinitions that the cluster has; other objects in them are ignored. Default: none. */
  readonly definitions?: readonly string[];
  /** Path of a file of suppressions, whose findings are not reported. Default: none. */
  readonly suppressions?: string;
  /** Path of a baseline file, whose findings are not reported. Default: none. */
  readonly baseline?: string;
}

/** Results of a check of manifests. */
export interface LintAnswer {
  /** Violations with file and line, in the order of the files. */
  readonly findings: readonly Finding[];
  /** Violations that an annotation, the file of suppressions or the baseline suppresses. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Violations that `fixManifests` has corrected; empty for `lintManifests`. */
  readonly fixed: readonly Finding[];
  /** Entries of the baseline that are no violations any more; 0 without a baseline. */
  readonly fixedSinceBaseline: number;
  /** Checked rules of the file of suppressions that suppress no finding in their files. */
  readonly unusedSuppressions: readonly UnusedSuppression[];
  /** The checked rules. */
  readonly rules: readonly Rule[];
  /** Number of checked objects. */
  readonly objects: number;
  /** Files of folders that are not manifests. */
  readonly skipped: readonly SkippedFile[];
  /** Kubernetes release whose kinds and fields are known, such as `1.36`. */
  readonly kubernetes: string;
}

/**
 * Checks files and folders of Kubernetes manifests, together. Throws an InputError where no manifest can be read, for an invalid
 * baseline or file of suppressions, and for unknown rules. A finding is not an error, nor is one of several files that cannot be read.
 */
export function lintManifests(paths: string | readonly string[], request: LintRequest = {}): LintAnswer {
  const check = checkerOf(request);
  return check(readForLint(typeof paths === 'string' ? [paths] : paths, request));
}

/** Reads manifests for a check. A file that cannot be read is refused where the request names rules without the one that reports it. */
export function readForLint(paths: readonly string[], { rules = [], excluded }: LintRequest): PartlyRead {
  const isReported = rules.length === 0 || rules.includes(unreadableFile.id);
  return isReported ? readPartly(paths, excluded) : { ...readManifests(paths, excluded), unreadable: [] };
}

/** A check of manifests that have been read, with the rules, baseline and definitions of a request. Throws an InputError as `lintManifests` does. */
export function checkerOf(request: LintRequest): (read: PartlyRead) => LintAnswer {
  const rules = rulesOf(request);
  const baseline = request.baseline === undefined ? undefined : readBaseline(request.baseline);
  const ofFile = request.suppressions === undefined ? [] : readSuppressions(request.suppressions);
  const ruleIds = rules.map(({ id }) => id);
  const definitions = readDefinitions(request.definitions ?? []);
  return ({ objects, skipped, generated, unreadable }) => {
    const { findings: all, suppressed } = lintAll(objects, rules, {
      ...(request.cluster ?? DEFAULT_CLUSTER_SETTINGS),
      definitions,
      generated,
      unreadable,
    });
    const { found: findings, suppressed: byFile, unused } = withoutSuppressed(all, ofFile, ruleIds);
    const { found, known, fixed } = baseline === undefined ? { found: findings, known: [], fixed: 0 } : withoutBaseline(findings, baseline);
    return {
      findings: found,
      suppressed: [...suppressed, ...byFile, ...known.map((finding) => ({ finding, by: 'baseline' as const }))],
      fixed: [],
      fixedSinceBaseline: fixed,
      unusedSuppressions: unused,
      rules,
      objects: objects.length,
      skipped,
      kubernetes: kubernetesRelease(),
    };
  };
}

/** The rules that a request selects. Throws an InputError with every unknown rule. */
export function rulesOf({ sets = [], ...request }: LintRequest): readonly Rule[] {
  const isInSets = ({ set }: Rule) => set === undefined || sets.includes(set) || sets.includes('all');
  const isNamed = ({ id }: Rule) => request.rules?.includes(id) ?? false;
  const skipped = RULES.filter((rule) => !isInSets(rule) && !isNamed(rule)).map(({ id }) => id);
  return selectRules(RULES, { ...request, ignored: [...(request.ignored ?? []), ...skipped] }, 'lint');
}
