import type { ManifestObject } from '../manifests/manifest-object';
import { namespaceOf } from '../manifests/namespace';
import { matches, type Selector, selectorOf } from '../manifests/selector';
import { at, itemsAt, stringAt, stringsAt } from '../manifests/values';
import type { LintContext } from './lint-context';
import { portsOf } from './workload';

/** A ServiceMonitor or PodMonitor of the Prometheus Operator, with its targets. */
export interface Monitor {
  /** The monitor. */
  readonly object: ManifestObject;
  /** Its selector of Services or pods. */
  readonly selector: Selector;
  /** Name of the field with the endpoints. */
  readonly endpoints: string;
  /** Services or pods that it selects. */
  readonly targets: readonly Target[];
  /** Whether its targets may be outside of the manifests: in other namespaces, or created by an operator. */
  readonly mayBeElsewhere: boolean;
}

interface Target {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly portNames: readonly string[];
}

/** All ServiceMonitors and PodMonitors of the manifests. */
export function monitors(context: LintContext): readonly Monitor[] {
  return [
    ...context.ofKind('ServiceMonitor').map((object) => monitorOf(object, context, services(context), 'endpoints')),
    ...context.ofKind('PodMonitor').map((object) => monitorOf(object, context, pods(context), 'podMetricsEndpoints')),
  ];
}

function monitorOf(object: ManifestObject, context: LintContext, candidates: readonly Target[], endpoints: string): Monitor {
  const selector = selectorOf(at(object.raw, 'spec', 'selector')) ?? { labels: {}, expressions: [] };
  const own = namespaceOf(object);
  const names = at(object.raw, 'spec', 'namespaceSelector', 'matchNames');
  const isAny = at(object.raw, 'spec', 'namespaceSelector', 'any') === true;
  const namespaces: readonly unknown[] = Array.isArray(names) ? names : [own];
  return {
    object,
    selector,
    endpoints,
    targets: candidates.filter(({ namespace, labels }) => (isAny || namespaces.includes(namespace)) && matches(selector, labels)),
    mayBeElsewhere: isAny || namespaces.some((name) => name !== own) || context.mayBeOperated(own, selector),
  };
}

function services(context: LintContext): readonly Target[] {
  return context.ofKind('Service').map((object) => ({
    namespace: namespaceOf(object),
    labels: stringsAt(object.raw, 'metadata', 'labels'),
    portNames: itemsAt(object.raw, 'spec', 'ports').flatMap(({ value }) => stringAt(value, 'name') ?? []),
  }));
}

function pods(context: LintContext): readonly Target[] {
  return context.workloads.map(({ namespace, podLabels, containers }) => ({
    namespace,
    labels: podLabels,
    portNames: portsOf(containers).flatMap(({ name }) => name ?? []),
  }));
}
