import { z } from 'zod';
import { readPackageData } from '../io/package-data';

const Shape = z.strictObject({
  vcpu: z.number().positive(),
  memoryGib: z.number().positive(),
  architecture: z.enum(['amd64', 'arm64']),
  /** A count below one is a share of a GPU; memory is that of one GPU, or of the share. */
  gpu: z.strictObject({ model: z.string(), count: z.number().positive(), memoryGib: z.number().positive() }).optional(),
  /** Maximum number of pods of a node by default in EKS: one for each address of its network interfaces. */
  maxPods: z.int().positive().optional(),
  /** Baseline network bandwidth; bursts are higher. Absent if AWS publishes no number. */
  networkMbps: z.number().positive().optional(),
  /** Maximum bandwidth to EBS volumes. */
  ebsMbps: z.number().positive().optional(),
});
/** Properties of an instance type, which are the same in every region. */
export type Shape = z.infer<typeof Shape>;

/** A file of `data/shapes`. */
export const ShapeFile = z.strictObject({ source: z.string(), asOf: z.iso.date(), types: z.record(z.string(), Shape) });

/** Services that have instance types, each with a file in `data/shapes`. */
export const SHAPED_SERVICES = ['ec2', 'rds', 'elasticache', 'documentdb'] as const;
/** Services whose instance types have shapes. */
export type ShapedService = (typeof SHAPED_SERVICES)[number];

const shapes = new Map<ShapedService, Readonly<Record<string, Shape>>>();

/** All instance types of a service, read on first use. A test checks the files against their schema. */
export function shapesOf(service: ShapedService): Readonly<Record<string, Shape>> {
  const known = shapes.get(service) ?? (readPackageData(`shapes/${service}.json`) as z.infer<typeof ShapeFile>).types;
  shapes.set(service, known);
  return known;
}

/** vCPU of `c5.xlarge`, `db.m6g.large` or `cache.r6g.large`; undefined when unknown. */
export function vcpuOf(instanceType: string): number | undefined {
  const service = instanceType.startsWith('db.') ? 'rds' : instanceType.startsWith('cache.') ? 'elasticache' : 'ec2';
  const types = shapesOf(service);
  return Object.hasOwn(types, instanceType) ? types[instanceType]?.vcpu : undefined;
}
