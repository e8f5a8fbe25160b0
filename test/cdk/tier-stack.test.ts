import { App, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import {
  blueprintFor,
  estimate,
  estimateBlueprint,
  InputError,
  requireComplete,
  TierStack,
  type TierStackProps,
  UnpricedError,
} from '../../lib';
import { aiva } from '../../tiers';

describe('TierStack', () => {
  it('is named by its construct id in every tier', () => {
    const names = (['small', 'large'] as const).map((tier) => new TierStack(new App(), 'Chat', { system: aiva, tier }).stackName);
    expect(names).toEqual(['Chat', 'Chat']);
  });

  it('accepts the options of the command, with types', () => {
    const stack = new TierStack(new App(), 'Chat', { system: aiva, tier: 'large', gpu: 't4', region: 'eu-west-1' });
    expect(stack.region).toBe('eu-west-1');
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { InstanceType: 'g4dn.xlarge' } });
  });

  it('rejects an invalid option', () => {
    // @ts-expect-error the type checker rejects a misspelt GPU model
    const attempt = () => new TierStack(new App(), 'Chat', { system: aiva, tier: 'large', gpu: 't5' });
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow('Did you mean "t4"');
  });

  it('reports problems of the tier and of the options in one error', () => {
    // The type checker rejects a misspelled tier: the id is cast, as it comes from a file.
    const attempt = () => new TierStack(new App(), 'Chat', { system: aiva, tier: 'medum' as 'medium', readReplicas: 99 });
    expect(attempt).toThrow(/Chat\n.*medum.*Did you mean "medium".*readReplicas/s);
  });

  it('refuses images of services that no tier has, and accepts the one of the GPU service', () => {
    const attempt = () => new TierStack(new App(), 'Chat', { system: aiva, tier: 'large', images: { apis: 'example.com/api:7' } });
    expect(attempt).toThrow(/images\.apis: unknown key; .*Did you mean "api"/);
    expect(() => new TierStack(new App(), 'Chat', { system: aiva, tier: 'large', images: { api: undefined } })).toThrow(
      'images.api: invalid value undefined; expected an image such as example.com/api:1.4.2',
    );
    expect(
      () => new TierStack(new App(), 'Chat', { system: aiva, tier: 'large', images: { 'image-worker': 'example.com/images:7' } }),
    ).not.toThrow();
  });

  it('can be used several times in one app', () => {
    const app = new App();
    const blue = new TierStack(app, 'Blue', { system: aiva, tier: 'small' });
    const green = new TierStack(app, 'Green', { system: aiva, tier: 'medium' });
    const databases = [blue, green].map((stack) => Object.keys(Template.fromStack(stack).findResources('AWS::RDS::DBInstance')).length);
    expect(databases).toEqual([1, 1]);
  });
});

describe('the annotations of a TierStack', () => {
  const annotationsOf = (props: Partial<TierStackProps>) => {
    const stack = new TierStack(new App({ builtinCloudFormationValidation: false }), 'Chat', { system: aiva, tier: 'small', ...props });
    const found = Annotations.fromStack(stack);
    const textsOf = (entries: ReturnType<typeof found.findError>) => entries.map(({ entry }) => String(entry.data));
    return { errors: textsOf(found.findError('*', Match.anyValue())), warnings: textsOf(found.findWarning('*', Match.anyValue())) };
  };
  const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d';

  // CDK API reference, Annotations.addError: "The toolkit will fail deployment of any stack that has errors reported against it."
  it('reject services without an image, as the command does', () => {
    expect(annotationsOf({ certificate })).toEqual({
      errors: [expect.stringMatching(/^No image for api, python, bridge\. Set imageTag to a tag .* 'placeholder'/)],
      warnings: [],
    });
    expect(annotationsOf({ certificate, images: { api: 'example.com/api:7' } }).errors).toEqual([
      expect.stringMatching(/^No image for python, bridge\./),
    ]);
  });

  it('warn of a placeholder that is requested by name, and of an entry point without TLS', () => {
    expect(annotationsOf({ imageTag: 'placeholder' })).toEqual({
      errors: [],
      warnings: [
        expect.stringMatching(/^No image yet, .*: api, python, bridge\. \[ack: sizing-blueprints:placeholder-image\]$/),
        expect.stringMatching(/^Entry point "entry" serves HTTP without TLS\. .* \[ack: sizing-blueprints:plain-http\]$/),
      ],
    });
  });

  it('are absent with a certificate and a tag, or an image of each service', () => {
    const images = { api: 'example.com/api:7', python: 'example.com/python:7', bridge: 'example.com/bridge:7' };
    expect(annotationsOf({ certificate, imageTag: '1.4.2' })).toEqual({ errors: [], warnings: [] });
    expect(annotationsOf({ certificate, images })).toEqual({ errors: [], warnings: [] });
  });
});

describe('estimate', () => {
  it('equals the estimate of the command for the same tier', () => {
    const stack = new TierStack(new App(), 'aiva-dev', { system: aiva, tier: 'medium' });
    const { monthlyUsd } = estimateBlueprint(blueprintFor({ system: 'aiva', tier: 'medium' })).estimate;
    expect(estimate(stack).monthlyUsd.mid.toString()).toBe(monthlyUsd.mid.toString());
  });

  it('is the same for a stack in a stage', () => {
    const [inStage, inApp] = [new Stage(new App(), 'Prod'), new App()].map(
      (scope) => new TierStack(scope, 'Chat', { system: aiva, tier: 'small' }),
    );
    const costs = [inStage, inApp].map((stack) =>
      stack === undefined ? [] : estimate(stack).lineItems.map((line) => `${line.component} ${line.monthlyUsd.mid}`),
    );
    expect(costs[0]).toEqual(costs[1]);
  });

  it('prices other stacks and reports unpriced resources', () => {
    const files = new Stack(new App(), 'Files', { env: { region: 'us-east-1' } });
    new s3.Bucket(files, 'Files');
    expect(() => requireComplete(estimate(files))).not.toThrow();
    const orders = new Stack(new App(), 'Orders', { env: { region: 'us-east-1' } });
    new CfnResource(orders, 'Orders', { type: 'Example::Shop::Orders' });
    expect(() => requireComplete(estimate(orders))).toThrow(UnpricedError);
  });
});
