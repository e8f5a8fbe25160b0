import type { CommandEntry } from '../command-entry';

/** The commands, in the order of the help. */
export const COMMANDS = [
  {
    name: 'init',
    summary: 'Write a first definition of your system, with tests of its tiers; existing files do not change',
  },
  { name: 'list', summary: 'List systems, tiers, options, and regions with prices' },
  {
    name: 'estimate',
    summary: 'Estimate the monthly cost of a template, a cdk.out folder, Kubernetes manifests or a tier',
  },
  {
    name: 'diff',
    summary: 'Show how a change of templates or manifests changes the monthly cost, resource by resource',
  },
  {
    name: 'compare',
    summary: 'Compare tiers by capacity and monthly cost, and explain the cost difference of two',
  },
  {
    name: 'explain',
    summary: 'Show every line item of a tier with the source of its price, and why each instance type was chosen',
  },
  {
    name: 'quotas',
    summary: 'List the service quotas that the stacks of a tier need, compared with the defaults of AWS',
  },
  {
    name: 'recommend',
    summary: 'Recommend the least expensive tier that handles a workload, with its limits, its cost and the alternatives',
  },
  {
    name: 'design',
    summary: 'Design a tier for a workload: the cheapest sizes of all components that handle it, compared with the tiers',
  },
  {
    name: 'capacity',
    summary: 'Show the capacity of a tier by resource and operation, compared with the published figures',
  },
  {
    name: 'curve',
    summary: 'Show the monthly cost by number of users, and where the recommended tier changes',
  },
  {
    name: 'fit',
    summary: 'Fit load-test results: peak throughput, its bottleneck, the load at each threshold, and a calibration',
  },
  {
    name: 'observe',
    summary: 'Derive the demands of requests from production metrics, without a load test, and write a calibration',
  },
  {
    name: 'manifests',
    summary: 'Write a tier as Kubernetes manifests or as a Helm chart',
  },
  { name: 'lint', summary: 'Check Kubernetes manifests against rules' },
  {
    name: 'check',
    summary: 'Check CloudFormation templates against the documentation of the services',
  },
  {
    name: 'move',
    summary: 'Show the effect of an update on every resource: between tiers or options of a system, two templates or manifests',
  },
  {
    name: 'completion',
    summary: 'Print the completion of commands and flags for bash, zsh or fish',
  },
] as const satisfies readonly CommandEntry[];

/** Name of a command. */
export type CommandName = (typeof COMMANDS)[number]['name'];
