import { BYTES_PER_GIB } from '../../core/data-size';
import type { Resources } from './resources';

/** Default prices of resources, in whose ratio the price of a node is split. Source: opencost/opencost, configs/default.json (Google Cloud, us-central1). */
const USD_OF_A_CPU_HOUR = 0.031611;
const USD_OF_A_GIB_HOUR = 0.004237;
const USD_OF_A_GPU_HOUR = 0.95;

/** Share of the price of a node for one unit of each resource. The shares of all resources of the node add up to 1. */
export interface PriceShares {
  /** Share of one thousandth of a vCPU. */
  readonly ofCpuMilli: number;
  /** Share of one byte of memory. */
  readonly ofByte: number;
  /** Share of one GPU. */
  readonly ofGpu: number;
}

/**
 * Splits the price of a node over its resources as OpenCost does if only the node has a price: in the ratio of the
 * default prices, scaled so that the parts add up to the price.
 */
export function splitPrice({ cpuMillis, memoryBytes, gpus }: Resources): PriceShares {
  const whole = (cpuMillis / 1_000) * USD_OF_A_CPU_HOUR + (memoryBytes / BYTES_PER_GIB) * USD_OF_A_GIB_HOUR + gpus * USD_OF_A_GPU_HOUR;
  return {
    ofCpuMilli: USD_OF_A_CPU_HOUR / 1_000 / whole,
    ofByte: USD_OF_A_GIB_HOUR / BYTES_PER_GIB / whole,
    ofGpu: USD_OF_A_GPU_HOUR / whole,
  };
}
