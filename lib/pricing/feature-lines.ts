import type { PriceBook } from '../catalog/price';
import type { TemplateResource } from '../cloudformation/template-resource';
import { lazy } from '../core/lazy';
import { isPlainObject } from '../core/plain-object';
import { chargeLines } from './charge-lines';
import type { LineItem } from './estimate';
import { PAID_FEATURES, type PaidFeature, type PaidValues } from './paid-features';
import type { UsageContext } from './pricer';
import { isIntrinsic } from './pricers/properties';
import { usageCharge } from './pricers/quantities';
import { unpricedLine } from './unbilled-lines';

const featuresByType = lazy(() => {
  const byType = new Map<string, PaidFeature[]>();
  for (const feature of PAID_FEATURES) byType.set(feature.type, [...(byType.get(feature.type) ?? []), feature]);
  return byType;
});

/** Lines of the features of a resource with a charge of their own: usage, or unpriced. Each feature once. */
export function featureLines(resource: TemplateResource, context: UsageContext, book: PriceBook): readonly LineItem[] {
  const known = featuresByType().get(resource.type);
  if (known === undefined) return [];
  const used = known.filter(({ path, paid }) => valuesAt(resource.properties, path).some((value) => isPaid(value, paid)));
  const distinct = [...new Map(used.map((each) => [each.feature, each])).values()];
  return distinct.flatMap(({ feature, path, usage }) => {
    if (usage !== undefined) return chargeLines(usageCharge(resource, context, { ...usage, details: [feature] }), resource, book);
    const property = path.filter((name) => name !== '*').join('.');
    return [unpricedLine(resource, { kind: 'unreadable-property', problem: { kind: 'unlisted-extra', property, feature } })];
  });
}

/** All values that a path leads to. A function of CloudFormation on the way is a value that only the deployment knows. */
function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const [name, ...rest] = path;
  if (name === undefined || isIntrinsic(value)) return value === undefined || value === null ? [] : [value];
  if (name === '*')
    return isPlainObject(value) || Array.isArray(value) ? Object.values(value).flatMap((member) => valuesAt(member, rest)) : [];
  return isPlainObject(value) ? valuesAt(value[name], rest) : [];
}

/** A value that only the deployment knows may have a charge. */
function isPaid(value: unknown, paid: PaidValues): boolean {
  if (isIntrinsic(value)) return true;
  switch (paid.kind) {
    case 'any':
      return !isNothing(value);
    case 'words':
      return paid.words.includes(String(value));
    case 'other-words':
      return !paid.words.includes(String(value));
    case 'form':
      return paid.form.test(String(value));
    case 'above':
      return !(Number(value) <= paid.limit);
  }
}

const OFF = /^(?:false|no|off|0)$/i;

/** `Captcha: {}` is an action, so that an empty object is something. */
function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return !isPlainObject(value) && OFF.test(String(value));
}
