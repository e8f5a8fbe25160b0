import type { Component } from '../model/component';
import type { PublishedRange } from '../model/scalars';
import type { Tier } from '../model/tier';
import type { PartsSum } from './blueprint';

/** Sums over the components of a tier at their minimum, compared with the resources that the document publishes. */
export function partsOf(tier: Tier): PartsSum[] {
  const resources = tier.published?.resources;
  if (resources === undefined) return [];
  const parts = Object.values(tier.components);
  const total = (amountOf: (component: Component) => number) =>
    Math.round(parts.reduce((sum, part) => sum + amountOf(part), 0) * 1_000) / 1_000;
  return [
    ...sumOf('vcpu', 'vCPU', total(vcpuOf), resources.vcpu),
    ...sumOf('memory', 'GiB', total(memoryGibOf) + resources.operatingSystemGib, resources.memoryGib),
    ...sumOf('storage', 'GiB', total(storageGibOf), resources.storageGib),
  ];
}

/** Empty if the document publishes no figure. */
function sumOf(resource: PartsSum['resource'], unit: PartsSum['unit'], sum: number, range: PublishedRange | undefined): PartsSum[] {
  if (range === undefined) return [];
  const published = Array.isArray(range)
    ? { from: range[0], to: range[1], orMore: false }
    : { from: range.from, to: range.to ?? range.from, orMore: range.orMore ?? false };
  return [{ resource, unit, sum, published, isInRange: sum >= published.from && (published.orMore || sum <= published.to) }];
}

function vcpuOf(component: Component): number {
  switch (component.kind) {
    case 'service':
      return component.vcpu * component.instances.min;
    case 'document-store':
      return component.vcpu * component.shards;
    case 'database':
    case 'vector-store':
      return component.vcpu;
    case 'node-pool':
    case 'cache':
    case 'load-balancer':
    case 'bucket':
    case 'queue':
    case 'cdn':
    case 'external':
      return 0;
  }
}

function memoryGibOf(component: Component): number {
  switch (component.kind) {
    case 'service':
      return component.memoryGib * component.instances.min;
    case 'document-store':
      return component.memoryGib * component.shards;
    case 'database':
    case 'cache':
    case 'vector-store':
      return component.memoryGib;
    case 'node-pool':
    case 'load-balancer':
    case 'bucket':
    case 'queue':
    case 'cdn':
    case 'external':
      return 0;
  }
}

function storageGibOf(component: Component): number {
  switch (component.kind) {
    case 'database':
    case 'document-store':
    case 'vector-store':
    case 'bucket':
      return component.storageGib;
    case 'service':
    case 'node-pool':
    case 'cache':
    case 'load-balancer':
    case 'queue':
    case 'cdn':
    case 'external':
      return 0;
  }
}
