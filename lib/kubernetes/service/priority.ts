import type { Chart } from 'cdk8s';
import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Blueprint } from '../../blueprint/blueprint';

/** PriorityClasses. When nodes are full, workers are preempted first, then services, then data stores. */
const PRIORITIES = {
  data: { value: 300_000, description: 'Data stores, which all services depend on.' },
  service: { value: 200_000, description: 'Services that handle requests of users.' },
  worker: { value: 100_000, description: 'Workers, whose messages can wait in a queue.' },
} as const;

/** Priority class of a pod, without the name of the stack. */
export type Priority = keyof typeof PRIORITIES;

/** Name of a PriorityClass. It is cluster-scoped, so it contains the name of the stack. */
export function priorityClassName({ stackName }: Blueprint, priority: Priority): string {
  return `${stackName}-${priority}`;
}

/** Adds the PriorityClasses of the pods in the chart. */
export function addPriorityClasses(chart: Chart, blueprint: Blueprint): void {
  for (const [priority, { value, description }] of Object.entries(PRIORITIES) as [Priority, (typeof PRIORITIES)[Priority]][]) {
    new k8s.KubePriorityClass(chart, `priority-${priority}`, {
      metadata: { name: priorityClassName(blueprint, priority) },
      value,
      description,
    });
  }
}
