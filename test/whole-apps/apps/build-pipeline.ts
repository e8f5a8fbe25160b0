import { Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as actions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import type { WholeApp } from '../whole-app';

export const buildPipeline: WholeApp = {
  name: 'build-pipeline',
  build: (app) => {
    const stack = new Stack(app, 'Delivery');
    const images = new ecr.Repository(stack, 'Images', { imageScanOnPush: true });
    const source = new codepipeline.Artifact();
    const project = new codebuild.PipelineProject(stack, 'Build', {
      environment: { buildImage: codebuild.LinuxBuildImage.STANDARD_7_0, computeType: codebuild.ComputeType.SMALL, privileged: true },
    });
    images.grantPush(project);
    const connectionArn = 'arn:aws:codeconnections:us-east-1:111111111111:connection/1';
    new codepipeline.Pipeline(stack, 'Pipeline', {
      pipelineType: codepipeline.PipelineType.V2,
      stages: [
        {
          stageName: 'Source',
          actions: [
            new actions.CodeStarConnectionsSourceAction({ actionName: 'Git', owner: 'a', repo: 'b', connectionArn, output: source }),
          ],
        },
        { stageName: 'Build', actions: [new actions.CodeBuildAction({ actionName: 'Image', project, input: source })] },
      ],
    });
  },
  usage: {
    Build: { buildMinutes: 2_000 },
    Images: { storedGb: 50 },
    Pipeline: { pipelineMinutes: 1_100, storedGb: 10, putRequests: 1_000, getRequests: 1_000 },
  },
  // Images, minutes on general1.small, minutes of actions, and the bucket of the artifacts (1,000 reads are below half a cent):
  // https://aws.amazon.com/ecr/pricing/, https://aws.amazon.com/codebuild/pricing/,
  // https://aws.amazon.com/codepipeline/pricing/, https://aws.amazon.com/s3/pricing/.
  handWorkedUsd: [...[50 * 0.1, 2_000 * 0.005, 1_100 * 0.002], ...[10 * 0.023, 0.005, 0.0004]],
};
