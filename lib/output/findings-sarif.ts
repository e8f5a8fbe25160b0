import { printable } from '../core/printable';
import type { RuleDescription } from '../core/rule-description';
import type { RuleFinding } from '../core/rule-finding';
import type { Severity } from '../core/severity';
import type { SuppressionSource } from '../core/suppression-source';
import type { TextEdit } from '../core/text-edit';
import { findingText } from './findings';
import { SARIF_SCHEMA, uriOf, withoutLinks } from './sarif-text';

/** Levels that code scanning shows; `note` is its word for `info`. */
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The command that found something, for its log. */
export interface SarifTool {
  /** Name of the command: `lint`. */
  readonly command: string;
  /** Version of this package. */
  readonly version: string;
}

/** A finding that is not reported, with the annotation or baseline that suppresses it. */
interface Suppressed {
  readonly finding: RuleFinding;
  readonly by: SuppressionSource;
  readonly reason?: string;
}

/** The words of the format. Source: SARIF 2.1.0, section 3.35.2. */
const SUPPRESSION_KINDS: Readonly<Record<SuppressionSource, string>> = { annotation: 'inSource', file: 'external', baseline: 'external' };

/** Findings as a log of the Static Analysis Results Interchange Format 2.1.0 (OASIS). */
export function findingsSarif(
  findings: readonly RuleFinding[],
  rules: readonly RuleDescription[],
  { command, version }: SarifTool,
  suppressed: readonly Suppressed[] = [],
): object {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: `sizing ${command}`, semanticVersion: version, rules: rules.map(ruleDescriptor) } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map((finding) => resultOf(finding, indexes.get(finding.rule) ?? -1)),
          ...suppressed.map(({ finding, by, reason }) => ({
            ...resultOf(finding, indexes.get(finding.rule) ?? -1),
            suppressions: [{ kind: SUPPRESSION_KINDS[by], ...(reason !== undefined && { justification: printable(reason) }) }],
          })),
        ],
      },
    ],
  };
}

function ruleDescriptor({ id, severity, description, fix, citation }: RuleDescription): object {
  return {
    id,
    shortDescription: { text: description },
    help: { text: fix },
    ...(citation !== undefined && { helpUri: citation }),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(finding: RuleFinding, ruleIndex: number): object {
  const { rule, severity, object, file, line, path, edit } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: withoutLinks(printable(`${object}: ${findingText(finding)}`)) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(line !== undefined && { region: { startLine: line } }) },
        logicalLocations: [{ fullyQualifiedName: [object, ...(path === '' ? [] : [path])].join(': ') }],
      },
    ],
    ...(edit !== undefined && { fixes: [fixOf(file, edit)] }),
  };
}

/** Source: SARIF 2.1.0, section 3.55. */
function fixOf(file: string, { text, ...deletedRegion }: TextEdit): object {
  return {
    artifactChanges: [{ artifactLocation: { uri: uriOf(file) }, replacements: [{ deletedRegion, insertedContent: { text } }] }],
  };
}
