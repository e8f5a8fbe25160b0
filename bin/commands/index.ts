import type { CommandEntry } from '../command';

/** The commands, in the order of the help. Each is loaded when it is needed: the help of all starts without their answers. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'Write a first definition of your system, with tests of its tiers; existing files are left alone',
    load: async () => (await import('./init.js')).init,
  },
  { name: 'list', summary: 'List systems, tiers, options, and regions with prices', load: async () => (await import('./list.js')).list },
  {
    name: 'estimate',
    summary: 'Estimate the monthly cost of a template, a cdk.out folder, Kubernetes manifests or a tier',
    load: async () => (await import('./estimate.js')).estimate,
  },
  {
    name: 'compare',
    summary: 'Compare tiers by capacity and monthly cost, and explain the cost difference of two',
    load: async () => (await import('./compare.js')).compare,
  },
  {
    name: 'explain',
    summary: 'Show every line item of a tier with the source of its price, and why each instance type was chosen',
    load: async () => (await import('./explain.js')).explain,
  },
  {
    name: 'quotas',
    summary: 'List the service quotas that the stacks of a tier need, compared with the defaults of AWS',
    load: async () => (await import('./quotas.js')).quotas,
  },
  {
    name: 'recommend',
    summary: 'Recommend the least expensive tier that handles a workload, with its limits, its cost and the alternatives',
    load: async () => (await import('./recommend.js')).recommend,
  },
  {
    name: 'capacity',
    summary: 'Show the capacity of a tier by resource and operation, compared with the published figures',
    load: async () => (await import('./capacity.js')).capacity,
  },
  {
    name: 'curve',
    summary: 'Show the monthly cost by number of users, and where the recommended tier changes',
    load: async () => (await import('./curve.js')).curve,
  },
  {
    name: 'fit',
    summary: 'Fit load-test results: peak throughput, its bottleneck, the load at each threshold, and a calibration',
    load: async () => (await import('./fit.js')).fit,
  },
  {
    name: 'manifests',
    summary: 'Write a tier as Kubernetes manifests or as a Helm chart',
    load: async () => (await import('./manifests.js')).manifests,
  },
  { name: 'lint', summary: 'Check Kubernetes manifests against rules', load: async () => (await import('./lint.js')).lint },
  {
    name: 'check',
    summary: 'Check CloudFormation templates against the documentation of the services',
    load: async () => (await import('./check.js')).check,
  },
  {
    name: 'move',
    summary: 'Show what an update does to every resource: between tiers or options of a system, or between two templates',
    load: async () => (await import('./move.js')).move,
  },
  {
    name: 'completion',
    summary: 'Print the completion of commands and flags for bash, zsh or fish',
    load: async () => (await import('./completion.js')).completion,
  },
];
