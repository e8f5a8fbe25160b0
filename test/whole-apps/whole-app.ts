import type { App } from 'aws-cdk-lib';
import type { UsageInput } from '../../lib';

/** An app of plain CDK constructs, as a team that does not know this library writes it. */
export interface WholeApp {
  readonly name: string;
  /** Adds the stacks of the app. */
  readonly build: (app: App) => void;
  /** Monthly usage that its estimate depends on. */
  readonly usage: UsageInput;
  /** Its lines in US dollars per month, computed by hand from the list prices of us-east-1. Absent: not computed. */
  readonly handWorkedUsd?: readonly number[];
  /** How much more high is, in US dollars per month, computed by hand as well. Absent: it is not higher. */
  readonly handWorkedRiseUsd?: number;
}
