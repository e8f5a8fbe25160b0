import { z } from 'zod';
import { quantityOf } from '../../core/quantity';

const EXPECTED_CPU = 'a quantity of CPU such as 500m or 2';
const EXPECTED_BYTES = 'a quantity of bytes such as 512Mi or 2Gi';
const EXPECTED_ID = 'lower-case words joined by hyphens or dots';

/** Source: Score specification, score-v1b1.json. Fields that a definition does not need have any value. */
const WORKLOAD_NAME = /^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;
const RESOURCE_ID = /^[a-z0-9.-]{2,63}$/;
const Port = z.int().min(1).max(65_535);
const Cpu = z.union([z.string(), z.number()]).refine((value) => (vcpuOf(value) ?? 0) > 0, EXPECTED_CPU);
const Memory = z.union([z.string(), z.number()]).refine((value) => (bytesOf(value) ?? 0) > 0, EXPECTED_BYTES);

const Amounts = z.strictObject({ cpu: Cpu.optional(), memory: Memory.optional() });

const Probe = z.looseObject({ httpGet: z.looseObject({ path: z.string() }).optional() });

const Container = z.strictObject({
  image: z.string().min(1),
  command: z.array(z.string()).optional(),
  args: z.array(z.string()).optional(),
  variables: z.record(z.string(), z.string()).optional(),
  files: z.unknown().optional(),
  volumes: z.unknown().optional(),
  resources: z.strictObject({ limits: Amounts.optional(), requests: Amounts.optional() }).optional(),
  livenessProbe: Probe.optional(),
  readinessProbe: Probe.optional(),
});

const ServicePort = z.strictObject({ port: Port, protocol: z.enum(['TCP', 'UDP']).optional(), targetPort: Port.optional() });

const Resource = z.strictObject({
  type: z.string(),
  class: z.string().optional(),
  id: z.string().regex(RESOURCE_ID, EXPECTED_ID).optional(),
  metadata: z.unknown().optional(),
  params: z.record(z.string(), z.unknown()).nullish(),
});

/** A workload in the Score specification. */
export const ScoreWorkload = z.strictObject({
  apiVersion: z.literal('score.dev/v1b1'),
  metadata: z.looseObject({ name: z.string().regex(WORKLOAD_NAME, 'lower-case letters, digits and hyphens') }),
  service: z.strictObject({ ports: z.record(z.string(), ServicePort).optional() }).optional(),
  containers: z
    .record(z.string(), Container)
    .refine((containers) => Object.keys(containers).length > 0, { message: 'at least one container', params: { reason: 'empty' } }),
  resources: z.record(z.string(), Resource).nullish(),
});
export type ScoreWorkload = z.infer<typeof ScoreWorkload>;
export type ScoreContainer = z.infer<typeof Container>;
export type ScoreResource = z.infer<typeof Resource>;

/** vCPUs of a quantity such as `250m`; undefined for an invalid one. */
export function vcpuOf(value: string | number): number | undefined {
  return quantityOf(value);
}

/** Bytes of a quantity such as `512Mi`; undefined for an invalid one. Score writes 1,000 bytes as `K`, Kubernetes as `k`. */
export function bytesOf(value: string | number): number | undefined {
  return quantityOf(typeof value === 'string' ? value.replace(/K$/, 'k') : value);
}
