import type { DiffAnswer } from '../answers/diff';
import { printable } from '../core/printable';
import { LimitExceededError } from '../core/problems';
import type { ResourceCostChange } from '../pricing/estimate-changes';
import { cents, change } from './amounts';
import { hasCost, isOfUsage } from './diff';
import { derivedText, unknownUsageText, unpricedText } from './incomplete';
import { mergedIncomplete } from './merged-incomplete';
import { SARIF_SCHEMA, uriOf, withoutLinks } from './sarif-text';
import { isComplete } from './sums';

const RULES = [
  { id: 'cost-change', level: 'note', text: 'The monthly cost of the resource changes' },
  { id: 'max-increase', level: 'error', text: 'The cost of the resource increases, and the total by more than --max-increase' },
  { id: 'incomplete', level: 'error', text: 'A price or required usage is unknown, or a derived price is refused' },
] as const;

type RuleId = (typeof RULES)[number]['id'];

/** A resource, or a charge without one, as results name it. */
type Subject = Pick<ResourceCostChange, 'type' | 'resource'> & { readonly component?: string };

/**
 * Each resource whose cost changes, and each whose cost is unknown, as a log of the Static Analysis Results Interchange Format 2.1.0
 * (OASIS), with the failures that `diffFailures` found.
 */
export function diffSarif({ after, changes }: DiffAnswer, failures: readonly Error[], version: string): object {
  const reasons = reasonsBySubject(failures);
  const isExceeded = failures.some((failure) => failure instanceof LimitExceededError);
  const changed = changes.filter(hasCost);
  const names = new Set(changed.map(keyOf));
  const unchanged = [...reasons.values()].filter(({ subject }) => !names.has(keyOf(subject)));
  const result = (subject: Subject, rule: RuleId, texts: readonly string[]) => resultOf(subject, { rule, texts, file: after.subject });
  return {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'sizing diff',
            semanticVersion: version,
            rules: RULES.map(({ id, level, text }) => ({ id, shortDescription: { text }, defaultConfiguration: { level } })),
          },
        },
        results: [
          ...changed.map((each) => {
            const { texts } = reasons.get(keyOf(each)) ?? { texts: [] };
            const rule = texts.length > 0 ? 'incomplete' : isExceeded && each.changeUsd.mid.gt(0) ? 'max-increase' : 'cost-change';
            return result(each, rule, [changeText(each), ...texts]);
          }),
          ...unchanged.map(({ subject, texts }) => result(subject, 'incomplete', texts)),
        ],
      },
    ],
  };
}

/** Why the cost of a resource is incomplete, in the order of the failures. */
function reasonsBySubject(failures: readonly Error[]): ReadonlyMap<string, { readonly subject: Subject; readonly texts: string[] }> {
  const { unpriced, derived, unknownUsage } = mergedIncomplete(failures);
  const reasons = new Map<string, { readonly subject: Subject; readonly texts: string[] }>();
  const add = (subject: Subject, text: string) => {
    const known = reasons.get(keyOf(subject));
    if (known === undefined) reasons.set(keyOf(subject), { subject, texts: [text] });
    else known.texts.push(text);
  };
  for (const line of unpriced) add(line, unpricedText(line));
  for (const line of derived) add(line, derivedText(line));
  for (const usage of unknownUsage) add(usage, unknownUsageText(usage));
  return reasons;
}

function keyOf({ type, resource }: Subject): string {
  return JSON.stringify([type, resource]);
}

/** `AWS::EC2::Instance Web: +$70.08/month, from $70.72 to $140.80 (mid)`. */
function changeText(each: ResourceCostChange): string {
  const { type, resource, component, change: kind, from, to, changeUsd, fromLines, toLines } = each;
  const subject = `${type} ${resource ?? component}: ${kind}`;
  if (isOfUsage(each)) return `${subject}, its cost depends on usage that is not declared`;
  if (!isComplete([...fromLines, ...toLines])) return `${subject}, the change of its cost is unknown`;
  return `${subject}, ${change(changeUsd.mid)}/month, from ${cents(from.mid)} to ${cents(to.mid)} (mid)`;
}

interface ResultDetails {
  readonly rule: RuleId;
  readonly texts: readonly string[];
  readonly file: string;
}

function resultOf({ type, resource, component }: Subject, { rule, texts, file }: ResultDetails): object {
  const ruleIndex = RULES.findIndex(({ id }) => id === rule);
  return {
    ruleId: rule,
    ruleIndex,
    level: RULES[ruleIndex]?.level,
    message: { text: withoutLinks(printable(texts.join('; '))) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) } },
        logicalLocations: [{ fullyQualifiedName: resource ?? component ?? type }],
      },
    ],
  };
}
