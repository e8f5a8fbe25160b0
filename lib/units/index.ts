/**
 * Units: money, time, data sizes, processors, intervals and number formats. Imports a decimal library and nothing of ours,
 * so that every other room may stand on it.
 */
export * from './data-size';
export * from './interval';
export * from './money';
export * from './number-format';
export * from './processors';
export * from './thousands';
export * from './time';
