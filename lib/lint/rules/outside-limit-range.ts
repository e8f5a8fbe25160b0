import type { PlainObject } from '../../core/plain-object';
import { quantityOf } from '../../core/quantity';
import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { namespaceOf } from '../../manifests/namespace';
import { at, type Item, itemsAt, objectAt, stringAt } from '../../manifests/values';
import { type AmountOf, admittedAmounts, limitRanges, type Section, severityWith, statesOwnAmounts } from '../admitted-amounts';
import type { Rule } from '../rule';
import type { Violation } from '../violation';
import type { Workload } from '../workload';

export const outsideLimitRange: Rule = {
  id: 'outside-limit-range',
  severity: 'error',
  description: 'Pod or claim is outside the LimitRange of its namespace',
  fix: 'Change the requests and limits, or the LimitRange',
  citation: 'https://kubernetes.io/docs/concepts/policy/limit-range/',
  *check(context) {
    if (limitRanges(context).size === 0) return;
    for (const workload of context.workloads) {
      if (statesOwnAmounts(workload)) continue;
      const amountOf = admittedAmounts(context, workload.namespace);
      for (const { range, item } of itemsIn(limitRanges(context), workload.namespace)) {
        const severity = severityWith(range, workload.object);
        if (severity === undefined) continue;
        const type = stringAt(item, 'type');
        const found = type === 'Container' ? ofContainers(workload, item, amountOf) : type === 'Pod' ? ofPod(workload, item, amountOf) : [];
        for (const violation of found) yield { ...violation, severity };
      }
    }
    for (const { object, claim } of claimsIn(context.ofKind('PersistentVolumeClaim', 'StatefulSet'))) {
      for (const { range, item } of itemsIn(limitRanges(context), namespaceOf(object))) {
        const severity = severityWith(range, object);
        if (severity === undefined || stringAt(item, 'type') !== 'PersistentVolumeClaim') continue;
        for (const violation of ofClaim(object, claim, item)) yield { ...violation, severity };
      }
    }
  },
};

interface LimitItem {
  readonly range: ManifestObject;
  readonly item: PlainObject;
}

function itemsIn(ranges: ReadonlyMap<string, readonly ManifestObject[]>, namespace: string): readonly LimitItem[] {
  return (ranges.get(namespace) ?? []).flatMap((range) =>
    itemsAt(range.raw, 'spec', 'limits').map(({ value }) => ({ range, item: value })),
  );
}

/** Source: `PodValidateLimitFunc` of the admission plugin LimitRanger. */
function* ofContainers({ object, containers }: Workload, item: PlainObject, amountOf: AmountOf): Generator<Violation> {
  for (const container of containers) {
    const readerOf = (section: Section) => (resource: string) => ({
      amount: amountOf(container, section, resource),
      path: [...container.path, 'resources', section, resource],
    });
    const [requestOf, limitOf] = [readerOf('requests'), readerOf('limits')];
    for (const [resource, least] of amountsIn(item, 'min')) {
      const [request, limit] = [requestOf(resource), limitOf(resource)];
      if (request.amount === undefined) continue;
      if (request.amount < least.amount) yield violation(object, request, `at least ${least.text}, the minimum of the LimitRange`);
      else if (limit.amount !== undefined && limit.amount < least.amount)
        yield violation(object, limit, `at least ${least.text}, the minimum of the LimitRange`);
    }
    for (const [resource, most] of amountsIn(item, 'max')) {
      const [request, limit] = [requestOf(resource), limitOf(resource)];
      const above = [request, limit].find(({ amount }) => amount !== undefined && amount > most.amount);
      if (above !== undefined) yield violation(object, above, `at most ${most.text}, the maximum of the LimitRange`);
    }
    for (const [resource, ratio] of amountsIn(item, 'maxLimitRequestRatio')) {
      const [request, limit] = [requestOf(resource), limitOf(resource)];
      if (request.amount === undefined || limit.amount === undefined || limit.amount <= ratio.amount * request.amount) continue;
      yield violation(object, limit, `at most ${ratio.text} times the request, the ratio of the LimitRange`);
    }
  }
}

/** The containers together. Init containers can need more for a while: a pod with them is not compared with the minimum. */
function* ofPod({ object, pod, containers }: Workload, item: PlainObject, amountOf: AmountOf): Generator<Violation> {
  const running = containers.filter(({ isInit }) => !isInit);
  const totalOf = (section: Section, resource: string) => {
    const amounts = running.map((container) => amountOf(container, section, resource)).filter((amount) => amount !== undefined);
    return {
      amount: amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + amount, 0),
      path: [...pod.path, 'containers'],
    };
  };
  for (const [resource, least] of amountsIn(item, 'min')) {
    const total = totalOf('requests', resource);
    if (running.length === containers.length && total.amount !== undefined && total.amount < least.amount)
      yield violation(object, total, `requests of at least ${least.text} ${resource} in all, the minimum of the LimitRange for a pod`);
  }
  for (const [resource, most] of amountsIn(item, 'max')) {
    const total = totalOf('limits', resource);
    const expected = `limits of at most ${most.text} ${resource} in all, the maximum of the LimitRange for a pod`;
    if (total.amount === undefined) yield { object, path: total.path, received: 'without one', expected };
    else if (total.amount > most.amount) yield violation(object, total, expected);
  }
}

/** Source: `PersistentVolumeClaimValidateLimitFunc` of the admission plugin LimitRanger. */
function* ofClaim(object: ManifestObject, claim: Item, item: PlainObject): Generator<Violation> {
  const path = [...claim.path, 'spec', 'resources', 'requests', 'storage'];
  const request = { amount: quantityOf(at(claim.value, 'spec', 'resources', 'requests', 'storage')), path };
  const [least, most] = (['min', 'max'] as const).map((field) => amountsIn(item, field).find(([resource]) => resource === 'storage')?.[1]);
  if (request.amount === undefined) return;
  if (least !== undefined && request.amount < least.amount)
    yield violation(object, request, `at least ${least.text}, the minimum of the LimitRange`);
  if (most !== undefined && request.amount > most.amount)
    yield violation(object, request, `at most ${most.text}, the maximum of the LimitRange`);
}

function* claimsIn(objects: readonly ManifestObject[]): Generator<{ readonly object: ManifestObject; readonly claim: Item }> {
  for (const object of objects) {
    if (object.kind === 'PersistentVolumeClaim') yield { object, claim: { value: object.raw, path: [] } };
    else for (const claim of itemsAt(object.raw, 'spec', 'volumeClaimTemplates')) yield { object, claim };
  }
}

interface Reading {
  readonly amount: number | undefined;
  readonly path: Path;
}

/** Bounds of a LimitRange by resource. */
function amountsIn(
  item: PlainObject,
  field: string,
): readonly (readonly [resource: string, bound: { readonly amount: number; readonly text: string }])[] {
  return Object.entries(objectAt(item, field)).flatMap(([resource, value]) => {
    const amount = quantityOf(value);
    return amount === undefined ? [] : [[resource, { amount, text: String(value) }] as const];
  });
}

function violation(object: ManifestObject, { amount, path }: Reading, expected: string): Violation {
  const stated = at(object.raw, ...path);
  const received = typeof stated === 'string' || typeof stated === 'number' ? String(stated) : `${amount}`;
  return { object, path, received, expected };
}
