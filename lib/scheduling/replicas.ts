import { certain, type Interval } from '../core/interval';
import type { ManifestObject } from '../manifests/manifest-object';
import { amountAt, stringAt } from '../manifests/values';
import type { ReaderContext } from './object-demand';
import type { ObjectIndex } from './object-index';

/** Default bounds of KEDA. Source: KEDA documentation, ScaledObject specification. */
const KEDA_DEFAULTS = { min: 0, max: 100 } as const;

/**
 * Number of pods of an object: its `replicas`, or the bounds of its autoscaler. The expected number is the declared one,
 * otherwise `replicas`, otherwise the minimum.
 */
export function replicasOf(object: ManifestObject, context: ReaderContext): Interval {
  const written = amountAt(object.raw, 'spec', 'replicas');
  const bounds = boundsOf(object, context);
  if (bounds === undefined) return certain(written ?? 1);
  const expected = context.expectedCount(object);
  if (expected === undefined) context.warn({ kind: 'autoscaled-pods-undeclared' });
  const mid = Math.min(Math.max(expected ?? written ?? bounds.min, bounds.min), bounds.max);
  return { low: bounds.min, mid, high: bounds.max };
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

function boundsOf(object: ManifestObject, { index }: ReaderContext): Bounds | undefined {
  const known = scalersByTarget.get(index) ?? findScalers(index);
  scalersByTarget.set(index, known);
  return known.get(targetName(object.namespace, object.kind, object.name));
}

const scalersByTarget = new WeakMap<ObjectIndex, ReadonlyMap<string, Bounds>>();

function findScalers(index: ObjectIndex): ReadonlyMap<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  const add = ({ raw, namespace }: ManifestObject, least: number, most: number | undefined) => {
    const kind = stringAt(raw, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment';
    bounds.set(targetName(namespace, kind, stringAt(raw, 'spec', 'scaleTargetRef', 'name') ?? ''), {
      min: least,
      max: Math.max(least, most ?? least),
    });
  };
  for (const scaled of index.ofKind('ScaledObject')) {
    const { raw } = scaled;
    add(
      scaled,
      amountAt(raw, 'spec', 'minReplicaCount') ?? KEDA_DEFAULTS.min,
      amountAt(raw, 'spec', 'maxReplicaCount') ?? KEDA_DEFAULTS.max,
    );
  }
  for (const autoscaler of index.ofKind('HorizontalPodAutoscaler')) {
    add(autoscaler, amountAt(autoscaler.raw, 'spec', 'minReplicas') ?? 1, amountAt(autoscaler.raw, 'spec', 'maxReplicas'));
  }
  return bounds;
}

function targetName(namespace: string | undefined, kind: string, name: string): string {
  return `${namespace ?? ''} ${kind} ${name}`;
}
