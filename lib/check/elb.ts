import { referencesIn } from '../cloudformation/references';
import type { TemplateResource } from '../cloudformation/template-resource';
import type { CheckContext } from './check-context';
import { itemsAt, stringAt, type UNKNOWN } from './values';

/** CloudFormation type of load balancers other than classic ones. */
export const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
/** CloudFormation type of listeners. */
export const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
/** CloudFormation type of the rules of listeners. */
export const LISTENER_RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
/** CloudFormation type of target groups. */
export const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

/** Type of a load balancer: `application` when it states none. `UNKNOWN` when it is known only at deployment. */
export function balancerType({ properties }: TemplateResource): string | typeof UNKNOWN {
  return stringAt(properties, 'Type') ?? 'application';
}

/** A listener with the target groups of the template that its default actions forward to. */
export interface ListenerTargets {
  /** The listener. */
  readonly listener: TemplateResource;
  /** Target groups, each once. */
  readonly groups: readonly TemplateResource[];
}

/** The listeners of a template with their target groups. */
export function listenerTargets(context: CheckContext): readonly ListenerTargets[] {
  return context.ofType(LISTENER).map((listener) => {
    const names = referencesIn(listener.properties.DefaultActions);
    return { listener, groups: names.flatMap((name) => context.find(name) ?? []).filter(({ type }) => type === TARGET_GROUP) };
  });
}

/** The attributes of a target group or load balancer that are known, by key. */
export function attributesOf({ properties }: TemplateResource, list: string): ReadonlyMap<string, string> {
  const entries = itemsAt(properties, list).map((item) => [stringAt(item, 'Key'), stringAt(item, 'Value')] as const);
  return new Map(entries.flatMap(([key, value]) => (typeof key === 'string' && typeof value === 'string' ? [[key, value] as const] : [])));
}

/** An action of a listener or of one of its rules. */
export interface ListenerAction {
  /** The listener, or the rule that has the action. */
  readonly resource: TemplateResource;
  /** The listener. */
  readonly listener: TemplateResource;
  /** The action. */
  readonly action: unknown;
  /** `Properties.DefaultActions[0]` */
  readonly path: string;
}

/** The actions of the listeners of a template, and of their rules. Rules of listeners of other stacks are not among them. */
export function actionsOf(context: CheckContext): readonly ListenerAction[] {
  const rules = context.ofType(LISTENER_RULE).flatMap((resource) => {
    const listener = context.targetOf(LISTENER, resource.properties.ListenerArn);
    return listener === undefined ? [] : [{ resource, listener, list: 'Actions' }];
  });
  const listeners = context.ofType(LISTENER).map((listener) => ({ resource: listener, listener, list: 'DefaultActions' }));
  return [...listeners, ...rules].flatMap(({ resource, listener, list }) =>
    itemsAt(resource.properties, list).map((action, index) => ({ resource, listener, action, path: `Properties.${list}[${index}]` })),
  );
}
