import type { Chart } from 'cdk8s';
import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Blueprint } from '../../blueprint/blueprint';

/** Order of preemption when nodes are full: workers first, then services, then data stores. */
const PRIORITIES = {
  data: { value: 300_000, description: 'Data stores, which all services depend on.' },
  service: { value: 200_000, description: 'Services that handle requests of users.' },
  worker: { value: 100_000, description: 'Workers, whose messages can wait in a queue.' },
} as const;

/** Priority of pods. */
export type Priority = keyof typeof PRIORITIES;

/** Classes belong to the cluster, so the stack's name is in theirs. */
export function priorityClassName({ stackName }: Blueprint, priority: Priority): string {
  return `${stackName}-${priority}`;
}

/** Adds the priority classes of the chart's pods. */
export function addPriorityClasses(chart: Chart, blueprint: Blueprint): void {
  for (const [priority, { value, description }] of Object.entries(PRIORITIES) as [Priority, (typeof PRIORITIES)[Priority]][]) {
    new k8s.KubePriorityClass(chart, `priority-${priority}`, {
      metadata: { name: priorityClassName(blueprint, priority) },
      value,
      description,
    });
  }
}
