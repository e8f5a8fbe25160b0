import { printable } from '../core/printable';
import type { RuleDescription } from '../core/rule-description';
import type { RuleFinding } from '../core/rule-finding';
import type { Severity } from '../core/severity';
import { findingText } from './findings';

/** What code scanning shows; `note` is its word for what we call info. */
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The command that found something, for its log. */
export interface SarifTool {
  /** Name of the command: `lint`. */
  readonly command: string;
  /** Version of this package. */
  readonly version: string;
}

/** Findings as a log of the Static Analysis Results Interchange Format 2.1.0 (OASIS). */
export function findingsSarif(
  findings: readonly RuleFinding[],
  rules: readonly RuleDescription[],
  { command, version }: SarifTool,
): object {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: `sizing ${command}`, semanticVersion: version, rules: rules.map(ruleDescriptor) } },
        results: findings.map((finding) => resultOf(finding, indexes.get(finding.rule) ?? -1)),
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
  const { rule, severity, object, file, line, path } = finding;
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
  };
}

/** SARIF 3.11.6 reads `[text](address)` in a message as a link, and a backslash before the bracket as none. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '\\](');
}

/** Half of a surrogate pair, which no address can hold. */
const HALF_CHARACTER = /\p{Cs}/gu;

/** Relative where the path is, so that it is found in a checkout; each part is escaped. */
function uriOf(file: string): string {
  const path = file.replace(HALF_CHARACTER, '\uFFFD').replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
