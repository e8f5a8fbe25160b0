/**
 * Units: money, time, data sizes, processors and intervals. Imports a decimal library and nothing of ours,
 * so that every other room may stand on it.
 */
export * from './data-size';
export * from './interval';
export * from './money';
export * from './processors';
export * from './thousands';
export * from './time';
