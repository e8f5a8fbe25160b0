import { Validations } from 'aws-cdk-lib';
import * as cxapi from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks } from 'cdk-nag';
import { vi } from 'vitest';
import { chartObjects } from '../../lib/answers/chart-objects';
import { createApp } from '../../lib/aws/app';
import { BlueprintStack } from '../../lib/aws/blueprint-stack';
import type { Blueprint } from '../../lib/blueprint/blueprint';

/** The validations of the CDK that check a stack. */
export interface Checks {
  /** The rule pack AwsSolutions of cdk-nag. */
  readonly nag?: boolean;
  /** CDK's own check of templates; the environment must switch it on too (CDK_VALIDATION). */
  readonly builtin?: boolean;
  /** Adds a violation, to test that it is found. */
  readonly spoil?: (stack: BlueprintStack) => void;
}

/** The printed output of the CDK validations of a blueprint's stack; empty without findings. */
export function findingsOf(blueprint: Blueprint, { nag = false, builtin = false, spoil }: Checks): string {
  const printed: string[] = [];
  const spies = (['log', 'error', 'warn'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...words) => {
      printed.push(words.join(' '));
    }),
  );
  spies.push(vi.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text)) > 0) as never);
  try {
    // Files of functions stay where they are: kubectl alone would be 36 MB to copy for each stack.
    const app = createApp({ builtinCloudFormationValidation: builtin, context: { [cxapi.DISABLE_ASSET_STAGING_CONTEXT]: true } });
    const stack = new BlueprintStack(app, undefined, { blueprint, chartObjects });
    spoil?.(stack);
    if (nag) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    app.synth();
  } catch (error) {
    printed.push(String(error));
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return printed.join('\n');
}
