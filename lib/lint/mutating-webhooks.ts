import type { ManifestObject } from '../manifests/manifest-object';
import { type Item, itemsAt, itemsOf, stringAt } from '../manifests/values';
import type { DefinedKind } from './definitions';
import { stringsIn } from './field-checks';
import type { LintContext } from './lint-context';
import { perContext } from './per-context';

const hooksOf = perContext((context): readonly Item[] =>
  context.ofKind('MutatingWebhookConfiguration').flatMap(({ raw }) => itemsAt(raw, 'webhooks')),
);

/**
 * Whether a webhook of the manifests may change a custom resource before the API server validates it. A webhook without rules
 * counts, because its controller adds them when it starts.
 */
export function mayBeMutated(context: LintContext, { group }: ManifestObject, { definition }: DefinedKind): boolean {
  const plural = stringAt(definition.raw, 'spec', 'names', 'plural') ?? '';
  return hooksOf(context).some((hook) => {
    const rules = itemsOf(hook, 'rules');
    return (
      rules.length === 0 ||
      rules.some(
        ({ value }) =>
          includesOneOf(value, 'apiGroups', group, '*') &&
          includesOneOf(value, 'resources', plural, '*', '*/*') &&
          includesOneOf(value, 'operations', 'CREATE', '*'),
      )
    );
  });
}

function includesOneOf(rule: Item['value'], field: string, ...words: readonly string[]): boolean {
  return stringsIn(rule, field).some((word) => words.includes(word));
}
