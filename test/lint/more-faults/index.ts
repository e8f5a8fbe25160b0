import { ACCESS_AND_STORAGE_FAULTS } from './access-and-storage';
import { ADMISSION_FAULTS } from './admission';
import { CLUSTER_FAULTS } from './cluster';
import { CORE_FAULTS } from './core';
import { DEFINITION_FAULTS } from './custom-resource-definitions';
import type { Fault } from './fault';
import { NETWORKING_FAULTS } from './networking';
import { POD_FAULTS } from './pods';
import { SCALING_FAULTS } from './scaling';
import { WORKLOAD_FAULTS } from './workloads';

/**
 * More faults that the API server rejects. They were written from the validation of Kubernetes (the folders `validation` of pkg/apis),
 * independently of the rules, which found 64 of the 226 at that time.
 */
export const MORE_FAULTS: readonly Fault[] = [
  ...POD_FAULTS,
  ...CORE_FAULTS,
  ...WORKLOAD_FAULTS,
  ...NETWORKING_FAULTS,
  ...SCALING_FAULTS,
  ...ACCESS_AND_STORAGE_FAULTS,
  ...ADMISSION_FAULTS,
  ...DEFINITION_FAULTS,
  ...CLUSTER_FAULTS,
];
