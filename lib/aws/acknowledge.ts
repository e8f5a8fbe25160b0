import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of a rule pack below a construct, each with its reason. Called where the construct is made, so that the
 * reason is next to the code. Rules are those of the AwsSolutions pack of cdk-nag, without the prefix.
 */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([rule, reason]) => ({ id: `AwsSolutions-${rule}`, reason })));
}
