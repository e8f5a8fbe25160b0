import { App, CfnOutput, CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { releasingConstructs } from '../support/release-constructs';

function synthesizedTemplate(): unknown {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const topic = new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic' });
  new CfnOutput(stack, 'Name', { value: Lazy.string({ produce: () => `${stack.partition} ${topic.ref}` }) });
  return JSON.parse(JSON.stringify(app.synth().getStackByName('Stack').template));
}

// The first two calls may load modules of the CDK.
test('tokens are let go of, and later stacks are the same', () => {
  const first = synthesizedTemplate();
  for (let call = 0; call < 3; call += 1) expect(releasingConstructs(synthesizedTemplate)).toEqual(first);
  const tokens = (globalThis as unknown as { readonly __cdkTokenMap: { readonly stringTokenMap: Map<string, unknown> } }).__cdkTokenMap;
  const count = tokens.stringTokenMap.size;
  expect(releasingConstructs(synthesizedTemplate)).toEqual(first);
  expect(tokens.stringTokenMap.size).toBe(count);
  expect(synthesizedTemplate()).toEqual(first);
  expect(tokens.stringTokenMap.size).toBeGreaterThan(count);
});
