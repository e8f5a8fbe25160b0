import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { PricingContext } from '../pricer';
import type { Properties } from './properties';

/** Computes a value of a template once, for all of its resources. */
export function oncePerTemplate<T>(compute: (context: PricingContext) => T): (context: PricingContext) => T {
  const known = new WeakMap<PricingContext, { readonly result: T }>();
  return (context) => {
    const entry = known.get(context) ?? { result: compute(context) };
    known.set(context, entry);
    return entry.result;
  };
}

/**
 * The one resource that a value refers to: by a `Ref`, an attribute, or an ARN that the CDK joins around a reference.
 * Undefined for literal names, and for resources outside of the template.
 */
export function followed(value: unknown, context: PricingContext): TemplateResource | undefined {
  const [target, another] = allFollowed(value, context);
  return another === undefined ? target : undefined;
}

/** All resources that a value refers to. */
export function allFollowed(value: unknown, context: PricingContext): readonly TemplateResource[] {
  return referencesIn(value).flatMap((id) => context.follow({ Ref: id }) ?? []);
}

/** The resource that a property refers to, by reference or by the literal name that another property of that resource has. */
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

/** Resources of a type by the literal name in one of their properties; each index is built on first use. */
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
