import type { InitAnswer } from '../answers/init';
import type { StarterFile } from './starter-file';

/** Services whose pipelines can compare the cost of each change. */
export const PIPELINES = ['github', 'gitlab'] as const;
/** A service whose pipelines can compare the cost of each change. */
export type Pipeline = (typeof PIPELINES)[number];

/** The pipeline that compares the cost of the largest tier before and after each change, and fails above an increase of 10%. */
export function pipelineFile(pipeline: Pipeline, answer: InitAnswer): StarterFile {
  return FILES[pipeline](contextOf(answer));
}

const FILES: Readonly<Record<Pipeline, (context: string) => StarterFile>> = {
  github: (context) => ({
    path: '.github/workflows/cost.yml',
    text: `name: cost
on: pull_request
jobs:
  cost:
    runs-on: ubuntu-latest
    permissions: { contents: read, pull-requests: write }
    env:
      CONTEXT: ${context}
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 2 }
      - uses: actions/setup-node@v4
        with: { node-version: 24, cache: npm }
      - run: npm ci
      - run: npx sizing diff --base HEAD^1 $CONTEXT --format markdown --output diff.md --max-increase 10%
      - if: \${{ !cancelled() && hashFiles('diff.md') != '' }}
        env:
          GH_TOKEN: \${{ github.token }}
          COMMENTS: repos/\${{ github.repository }}/issues
          NUMBER: \${{ github.event.number }}
        run: |
          find='.[] | select(.body | startswith("<!-- sizing diff -->")) | .id'
          id=$(gh api --paginate "$COMMENTS/$NUMBER/comments" --jq "$find" | head -n 1)
          if [ -n "$id" ]; then gh api --method PATCH "$COMMENTS/comments/$id" --field body=@diff.md
          else gh api "$COMMENTS/$NUMBER/comments" --field body=@diff.md; fi
`,
  }),
  gitlab: (context) => ({
    path: '.gitlab-ci.yml',
    text: `cost:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: 0
    CONTEXT: ${context}
  script:
    - npm ci
    - npx sizing diff --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA" $CONTEXT --format junit --output diff.xml --max-increase 10%
  artifacts:
    reports: { junit: diff.xml }
`,
  }),
};

function contextOf({ system, tiers, otherSystems }: InitAnswer): string {
  const values = [
    ...(otherSystems.length === 0 ? [] : [`system=${system}`]),
    `tier=${tiers.at(-1)}`,
    'environment=dev',
    'region=us-east-1',
    'imageTag=placeholder',
  ];
  return values.map((value) => `--context ${value}`).join(' ');
}
