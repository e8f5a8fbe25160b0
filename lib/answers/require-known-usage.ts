import type { Template } from '../cloudformation/template-resource';
import type { UsageKey } from '../contract/usage';
import type { GivenUsage } from '../contract/usage-file';
import { InputError, oneOf, type Problem, suggestionFor } from '../core/problems';
import type { PricedTemplates, TemplateUse } from '../pricing/estimate-template';
import { TRANSFER_KEYS } from '../pricing/transfer-lines';
import { isPattern, NETWORK, patternTest, type SelectableNames, selectableNames } from '../pricing/usage-selectors';

/** Subject of problems with given usage. */
export const USAGE_SUBJECT = 'usage';

interface UsedResource extends SelectableNames {
  /** Keys that its price depends on. */
  readonly keys: ReadonlySet<UsageKey>;
  /** Whether its price is unknown, and so the usage that it depends on. */
  readonly isUnpriced: boolean;
}

/**
 * Throws an InputError with every selector of given usage that names nothing in the templates, and every quantity that no price of the
 * named resources depends on: the user means something else.
 */
export function requireKnownUsage(given: GivenUsage, templates: readonly Template[], priced: PricedTemplates): void {
  const resources = resourcesOf(templates, priced);
  const problems = [...given].flatMap(([selector, quantities]) => problemsOf(selector, [...quantities.keys()], resources));
  if (problems.length > 0) throw new InputError(USAGE_SUBJECT, problems);
}

function resourcesOf(templates: readonly Template[], { estimate, uses }: PricedTemplates): readonly UsedResource[] {
  const unpriced = new Set(estimate.lineItems.filter(({ state }) => state === 'unpriced').map(({ resource }) => resource));
  const known = new Map<string, UsedResource>();
  for (const use of [...uses, ...templates.map((template): TemplateUse => ({ template, reads: [] }))]) {
    const keys = keysByResource(use);
    for (const resource of use.template.resources) {
      const names = selectableNames(resource, use.template);
      const name = JSON.stringify([use.template.name, resource.id]);
      if (!known.has(name)) known.set(name, { ...names, keys: keys.get(resource.id) ?? new Set(), isUnpriced: unpriced.has(resource.id) });
    }
  }
  return [...known.values()];
}

function keysByResource({ reads }: TemplateUse): ReadonlyMap<string | null, ReadonlySet<UsageKey>> {
  const keys = new Map<string | null, Set<UsageKey>>();
  for (const { resource, key } of reads) keys.set(resource, (keys.get(resource) ?? new Set()).add(key));
  return keys;
}

function problemsOf(selector: string, given: readonly UsageKey[], resources: readonly UsedResource[]): readonly Problem[] {
  const named = resources.filter(testOf(selector));
  const transfer = selector === NETWORK ? TRANSFER_KEYS : [];
  if (named.length === 0 && transfer.length === 0) return [unknownSelector(selector, resources)];
  if (named.some(({ isUnpriced }) => isUnpriced)) return [];
  const possible = [...new Set([...transfer, ...named.flatMap(({ keys }) => [...keys])])];
  return given
    .filter((key) => !possible.includes(key))
    .map((key) => ({
      path: `${USAGE_SUBJECT}.${selector}.${key}`,
      reason: `no price of ${selector} depends on it`,
      expected: possible.length === 0 ? 'no usage' : oneOf(possible),
      ...suggestionFor(key, possible),
    }));
}

function testOf(selector: string): (resource: UsedResource) => boolean {
  if (!isPattern(selector)) return ({ own, around, type }) => type === selector || own.includes(selector) || around.includes(selector);
  const test = patternTest(selector);
  return ({ own, type }) => own.some(test) || test(type);
}

function unknownSelector(selector: string, resources: readonly UsedResource[]): Problem {
  const used = resources.filter(({ keys }) => keys.size > 0);
  const names = [...new Set([...used.flatMap(({ own, around, type }) => [...own, ...around, type]), NETWORK])];
  return {
    path: `${USAGE_SUBJECT}.${selector}`,
    reason: isPattern(selector) ? 'matches no resource' : 'unknown resource',
    expected: 'a logical id, a construct path, a component or a type of the templates, or network',
    ...(isPattern(selector) ? {} : suggestionInAnyCase(selector, names)),
  };
}

/** Types have many capitals, in which a misspelling must not differ. */
function suggestionInAnyCase(selector: string, names: readonly string[]): Pick<Problem, 'suggestion'> {
  const written = new Map(names.map((name) => [name.toLowerCase(), name]));
  const { suggestion } = suggestionFor(selector, [...written.keys()]);
  const name = suggestion === undefined ? undefined : written.get(suggestion);
  return name === undefined ? {} : { suggestion: name };
}
