import { type Shape, shapesOf } from '../catalog/instance-shapes';
import { nodeCapacity } from '../catalog/node-capacity';
import { nodeLabels, nvidiaGpus } from '../catalog/node-labels';
import type { PriceBook } from '../catalog/price';
import type { NodeType } from './pod-packing/node';

const NANO = 1_000_000_000;

const types = new Map<string, readonly NodeType[]>();

/** Instance types that a region sells, as types of nodes. Cached by region. */
export function nodeTypesIn(book: PriceBook): readonly NodeType[] {
  const known =
    types.get(book.region) ??
    Object.entries(shapesOf('ec2')).flatMap(([name, shape]) => {
      const hourly = book.sells(`ec2/${name}`) ? book.find(`ec2/${name}`)?.tiers[0]?.usd : undefined;
      return hourly === undefined ? [] : [nodeType(name, shape, hourly.times(NANO).round().toNumber(), book.region)];
    });
  types.set(book.region, known);
  return known;
}

function nodeType(name: string, shape: Shape, hourlyNanoUsd: number, region: string): NodeType {
  return { name, labels: nodeLabels(name, shape, region), hourlyNanoUsd, ...nodeCapacity({ ...shape, gpus: nvidiaGpus(shape) }) };
}
