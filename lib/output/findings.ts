import { counted } from '../core/number-format';
import { expectationText } from '../core/problems';
import type { RuleDescription } from '../core/rule-description';
import type { RuleFinding } from '../core/rule-finding';
import type { Severity } from '../core/severity';
import type { Block, Grid, RowStyle, View } from './report';

/** The checked files and rules, in addition to the findings. */
export interface CheckedSubject {
  /** The checked file or folder. */
  readonly path: string;
  /** Number of checked objects, or of the resources of templates, in words: `15 objects`. */
  readonly checked: string;
  /** The checked rules. */
  readonly rules: readonly RuleDescription[];
  /** Sentences about files that were not checked, and findings that are not reported. Default: none. */
  readonly notes?: readonly string[];
}

/** Findings by file, and the fix of each broken rule. */
export function findingsView(findings: readonly RuleFinding[], subject: CheckedSubject): View {
  return { blocks: [{ kind: 'title', text: titleOf(findings, subject) }, ...bodyOf(findings, subject)], records: recordsOf(findings) };
}

function titleOf(findings: readonly RuleFinding[], { path, checked }: CheckedSubject): string {
  return `${path} · ${checked} · ${countsText(findings)}`;
}

function bodyOf(findings: readonly RuleFinding[], { rules, notes = [] }: CheckedSubject): readonly Block[] {
  const closing = notes.map((text): Block => ({ kind: 'paragraph', text }));
  if (findings.length === 0) return [{ kind: 'paragraph', text: `${counted(rules.length, 'rule')} checked, no violations` }, ...closing];
  const files = [...new Set(findings.map(({ file }) => file))];
  const broken = new Set(findings.map(({ rule }) => rule));
  return [
    ...files.flatMap((file): Block[] => [
      { kind: 'heading', text: file },
      findingsGrid(findings.filter((finding) => finding.file === file)),
    ]),
    { kind: 'heading', text: 'Fixes' },
    { kind: 'notes', items: rules.filter(({ id }) => broken.has(id)).map(({ id, fix }) => ({ mark: '·', text: `${id}: ${fix}.` })) },
    ...closing,
  ];
}

const STYLES: Readonly<Record<Severity, RowStyle>> = { error: 'warning', warning: 'plain', info: 'muted' };

function findingsGrid(findings: readonly RuleFinding[]): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['line'], align: 'right' },
      { heading: ['severity'], align: 'left' },
      { heading: ['rule'], align: 'left' },
      { heading: ['finding'], align: 'left', wraps: true },
    ],
    rows: findings.map((finding) => ({
      cells: [lineText(finding.line), finding.severity, finding.rule, `${finding.object}: ${findingText(finding)}`],
      style: STYLES[finding.severity],
    })),
  };
}

/** A line that is not known is an empty cell. */
function lineText(line: number | undefined): string {
  return line === undefined ? '' : String(line);
}

/** `spec.replicas is 3; expected no value, because HorizontalPodAutoscaler web sets it` */
export function findingText({ path, received = 'missing', ...finding }: RuleFinding): string {
  return `${path === '' ? 'the object' : path} is ${received}; ${expectationText(finding)}`;
}

/** Number of findings by severity. */
export function countsBySeverity(findings: readonly { readonly severity: Severity }[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** `2 errors, 1 warning`; `no findings` where there are none. */
export function countsText(findings: readonly { readonly severity: Severity }[]): string {
  const { error, warning, info } = countsBySeverity(findings);
  const parts = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(info > 0 ? [`${info} info`] : []),
  ];
  return parts.join(', ') || 'no findings';
}

function recordsOf(findings: readonly RuleFinding[]): View['records'] {
  return {
    columns: ['file', 'line', 'severity', 'rule', 'object', 'path', 'received', 'expected', 'suggestion'],
    rows: findings.map(({ file, line, severity, rule, object, path, received = '', expected, suggestion = '' }) => [
      file,
      lineText(line),
      severity,
      rule,
      object,
      path,
      received,
      expected,
      suggestion,
    ]),
  };
}

/** All rules with severity and description. */
export function rulesView(rules: readonly RuleDescription[], command: string): View {
  return {
    blocks: [
      { kind: 'title', text: `${counted(rules.length, 'rule')} of sizing ${command}` },
      {
        kind: 'grid',
        columns: [
          { heading: ['rule'], align: 'left' },
          { heading: ['severity'], align: 'left' },
          { heading: ['description'], align: 'left', wraps: true },
        ],
        rows: rules.map(({ id, severity, description }) => ({ cells: [id, severity, description] })),
      },
    ],
    records: {
      columns: ['rule', 'severity', 'description', 'fix', 'citation'],
      rows: rules.map(({ id, severity, description, fix, citation = '' }) => [id, severity, description, fix, citation]),
    },
  };
}
