import { suggestionFor, typosIn } from '../core/problems';
import { namespaceOf } from '../manifests/namespace';
import type { Labels, Selector } from '../manifests/selector';
import type { LintContext } from './lint-context';
import type { Violation } from './violation';
import type { Workload } from './workload';

const EVERYTHING: Selector = { labels: {}, expressions: [] };

/** Most wrong characters in a part of a misspelt word, and the fewest characters of a part with that many. */
const TYPOS = [
  { typos: 1, minLength: 4 },
  { typos: 2, minLength: 6 },
] as const;

/**
 * Severity and suggestion of a reference to a name that no object of the manifests has. The object may exist in the cluster, so the
 * reference is a warning. It is an error only if the name is a misspelling of a known one.
 */
export function absence(name: string, known: readonly string[]): Pick<Violation, 'severity' | 'suggestion'> {
  const isMisspelt = known.some((word) => isMisspelling(name, word));
  return { ...(isMisspelt && { severity: 'error' as const }), ...suggestionFor(name, known) };
}

/** Names of the objects of a kind in a namespace, or of all objects of a cluster-scoped kind. */
export function namesOf(context: LintContext, kind: string, namespace?: string): readonly string[] {
  return context.ofKind(kind).flatMap((object) => (namespace === undefined || namespaceOf(object) === namespace ? [object.name] : []));
}

/**
 * Severity of a selector that selects no pods of the manifests. Pods of another release may have its labels, so it is a warning. It is an
 * error only if the manifests have the pods that are meant: a pod template of the namespace has all of its labels except for misspellings,
 * or the workload has the name of the Service.
 */
export function absenceOfPods(context: LintContext, namespace: string, selector: Selector, service?: string): Pick<Violation, 'severity'> {
  const wanted = Object.entries(selector.labels);
  const isPlain = wanted.length > 0 && selector.expressions.length === 0;
  const isMeant = ({ object, podLabels }: Workload) =>
    (object.name === service && Object.keys(podLabels).length > 0) ||
    (isPlain && wanted.every(([key, value]) => isAlmost(key, value, podLabels)));
  return context.selected(namespace, EVERYTHING).some(isMeant) ? { severity: 'error' } : {};
}

/** Whether labels contain a label, or one whose key or value it misspells. */
function isAlmost(key: string, value: string, labels: Labels): boolean {
  const found = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (found !== undefined) return found === value || isMisspelling(value, found);
  return Object.entries(labels).some(([known, text]) => text === value && isMisspelling(key, known));
}

/**
 * Whether a word is another one with a typing error in one of its parts. `web-2` and `web-blue` are no misspellings of `web-1` and
 * `web`, but names of other objects.
 */
function isMisspelling(word: string, known: string): boolean {
  const [parts, knownParts] = [partsOf(word), partsOf(known)];
  const wrong = parts.flatMap((part, index) => (part === knownParts[index] ? [] : [[part, knownParts[index] ?? ''] as const]));
  if (parts.length !== knownParts.length || wrong.length !== 1) return false;
  return wrong.every(([part, knownPart]) => digitsOf(part) === digitsOf(knownPart) && isTypo(part, knownPart));
}

function isTypo(part: string, known: string): boolean {
  const typos = typosIn(part, known);
  return TYPOS.some((limit) => typos <= limit.typos && known.length >= limit.minLength);
}

function partsOf(word: string): readonly string[] {
  return word.split(/[-._/]/);
}

function digitsOf(part: string): string {
  return part.replace(/\D/g, '');
}
