import type { z } from 'zod';
import type { WorkloadQuestion } from '../model/workload';

/** A target workload with confidence, growth and budget, as a person writes it: numbers, ranges, or rates such as `600/min`. */
export type WorkloadInput = z.input<typeof WorkloadQuestion>;

/** Subject of InputErrors about a workload. */
export const WORKLOAD_SUBJECT = 'workload';
