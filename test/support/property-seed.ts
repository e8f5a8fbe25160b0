/** Loaded before each test file: properties get the same inputs in each run, so that CI fails for a change and not by chance. */
import { configureGlobal } from 'fast-check';

const DEFAULT_SEED = 20_261_130;

const { FAST_CHECK_SEED: seed } = process.env;
configureGlobal({ seed: seed === undefined ? DEFAULT_SEED : Number(seed) });
