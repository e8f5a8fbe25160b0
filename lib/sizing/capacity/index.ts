/**
 * Capacity: what a workload of operations needs of every resource of every component, what a form of a tier has of it,
 * and what runs out first. Uncertain numbers have one value in each of many simulated worlds; results are intervals over
 * them. `docs/capacity-model.md` explains it.
 */
export * from './calibrate';
export * from './capacity';
export * from './comparison';
export * from './demand';
export * from './evidence';
export * from './explain';
export * from './figures';
export * from './formulas';
export * from './instances';
export * from './published';
export * from './range';
export * from './supply';
export * from './unknown-loads';
export * from './users';
export * from './utilization';
export * from './vector';
export * from './volumes';
export * from './worlds';
