import type { Chart } from 'cdk8s';
import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Blueprint } from '../../blueprint/blueprint';

/** Who gives way when machines are full: workers before services, services before data stores. */
const PRIORITIES = {
  data: { value: 300_000, description: 'Data stores: everything else stops without them.' },
  service: { value: 200_000, description: 'Services that somebody waits for.' },
  worker: { value: 100_000, description: 'Work that waits in a queue until there is room.' },
} as const;

export type Priority = keyof typeof PRIORITIES;

/** Classes belong to the cluster, so the stack's name is in theirs. */
export function priorityClassName({ stackName }: Blueprint, priority: Priority): string {
  return `${stackName}-${priority}`;
}

export function addPriorityClasses(chart: Chart, blueprint: Blueprint): void {
  for (const [priority, { value, description }] of Object.entries(PRIORITIES) as [Priority, (typeof PRIORITIES)[Priority]][]) {
    new k8s.KubePriorityClass(chart, `priority-${priority}`, {
      metadata: { name: priorityClassName(blueprint, priority) },
      value,
      description,
    });
  }
}
