import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { PricingContext } from '../pricer';
import type { Properties } from './properties';

/** Computes something about a template once, however many of its resources ask. */
export function oncePerTemplate<T>(compute: (context: PricingContext) => T): (context: PricingContext) => T {
  const known = new WeakMap<PricingContext, { readonly result: T }>();
  return (context) => {
    const entry = known.get(context) ?? { result: compute(context) };
    known.set(context, entry);
    return entry.result;
  };
}

/**
 * The one resource that a value points at, be it a `Ref`, an attribute, or an ARN that the CDK joins around a
 * reference. Undefined for literal names, and for what lies outside of the template.
 */
export function followed(value: unknown, context: PricingContext): TemplateResource | undefined {
  const [target, another] = allFollowed(value, context);
  return another === undefined ? target : undefined;
}

/** Every resource that a value mentions. */
export function allFollowed(value: unknown, context: PricingContext): readonly TemplateResource[] {
  return referencesIn(value).flatMap((id) => context.follow({ Ref: id }) ?? []);
}

/** The resource that a property points at, by reference or by the literal name that another property gives it. */
export function pointedAt(
  properties: Properties,
  key: string,
  target: { readonly type: string; readonly nameKey: string },
  context: PricingContext,
): TemplateResource | undefined {
  const value = properties[key];
  if (typeof value !== 'string') return followed(value, context);
  return namedResources(context)(target.type, target.nameKey).get(value);
}

/** Resources of a type by the literal name that a property gives them; each index is made when it is first asked for. */
const namedResources = oncePerTemplate((context) => {
  const indexes = new Map<string, ReadonlyMap<unknown, TemplateResource>>();
  return (type: string, nameKey: string) => {
    const known = indexes.get(`${type} ${nameKey}`);
    if (known !== undefined) return known;
    const index = new Map(context.ofType(type).map((resource) => [resource.properties[nameKey], resource]));
    indexes.set(`${type} ${nameKey}`, index);
    return index;
  };
});
