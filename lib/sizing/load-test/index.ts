/**
 * Load tests: reads what tools measured, fits the curve of throughput against concurrency, says up to where thresholds
 * hold, and writes all of it as a calibration that sizing can use. Opens no file and knows no clock: content, digests
 * and dates come in.
 */
export * from './bounds';
export * from './calibration';
export { checkPoints, LEAST_LEVELS } from './check-points';
export * from './fit-usl';
export * from './fit-warnings';
export * from './load-test';
export * from './read-load-test';
export * from './threshold-capacity';
export * from './usl-peak';
