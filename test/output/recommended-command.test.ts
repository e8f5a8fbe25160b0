import { describe, expect, test } from 'vitest';
import { type RecommendRequest, recommendTier } from '../../lib/answers/recommend';
import { recommendView } from '../../lib/output/recommend';
import { render } from '../../lib/output/render';
import { estimateOf } from '../support/estimates';

/** Costs do not matter: every tier costs the same here. */
function recommendationFor(request: RecommendRequest) {
  return recommendTier(request, () => estimateOf([]));
}

/** The command in the answer, in a terminal of a width. */
function commandIn(recommendation: ReturnType<typeof recommendationFor>, width = 400): string | undefined {
  const view = recommendView(recommendation);
  return /^ deploy +(.*)$/m.exec(render({ data: {}, ...view }, 'table', { width, color: false }))?.[1];
}

const commandFor = (request: RecommendRequest) => commandIn(recommendationFor(request));

describe('the command that recommend prints', () => {
  test('names system, tier, environment, region and the options that vary', () => {
    expect(commandFor({ system: 'aiva', workload: { concurrentUsers: 5 } })).toMatch(
      /^npx cdk deploy -c system=aiva -c tier=\S+ -c environment=dev -c region=us-east-1 -c gpu=\S+ -c readReplicas=\d+$/,
    );
  });

  test('is on one line of a terminal of 40, 80 and 115 columns, so that it can be copied', () => {
    const recommendation = recommendationFor({ system: 'aiva', workload: { concurrentUsers: 5 } });
    for (const width of [40, 80, 115]) expect(commandIn(recommendation, width)).toBe(commandIn(recommendation));
  });

  test('names every fixed option once', () => {
    const options = { environment: 'prod', region: 'eu-west-1', compute: 'fargate', gpu: 'none' } as const;
    expect(commandFor({ system: 'aiva', workload: { concurrentUsers: 5 }, options })).toMatch(
      /^npx cdk deploy -c system=aiva -c tier=\S+ -c environment=prod -c region=eu-west-1 -c compute=fargate -c gpu=none -c readReplicas=\d+$/,
    );
  });

  // Source: aws/aws-cdk pull request 2772: the CLI deploys an app of several stacks only with a selection of stacks.
  test('selects all stacks of a tier in several regions', () => {
    expect(commandFor({ system: 'barber-ops', workload: { concurrentUsers: 5 } })).toMatch(/^npx cdk deploy -c system=barber-ops /);
    expect(commandFor({ system: 'barber-ops', workload: { concurrentUsers: 20_000 } })).toMatch(
      /^npx cdk deploy --all -c system=barber-ops -c tier=phase-[34] /,
    );
  });

  test('for manifests writes them for the same environment and region', () => {
    const options = { platform: 'kubernetes', environment: 'prod' } as const;
    expect(commandFor({ system: 'aiva', workload: { concurrentUsers: 5 }, options })).toMatch(
      /^npx sizing manifests aiva \S+ --environment prod --region us-east-1 --gpu \S+ --read-replicas \d+$/,
    );
  });
});
