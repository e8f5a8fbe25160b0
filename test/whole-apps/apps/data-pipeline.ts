import { Duration, Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import { GlueStartJobRun } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { WholeApp } from '../whole-app';

export const dataPipeline: WholeApp = {
  name: 'data-pipeline',
  build: (app) => {
    const stack = new Stack(app, 'Pipeline');
    const lake = new s3.Bucket(stack, 'Lake', { lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }] });
    const role = new iam.Role(stack, 'JobRole', { assumedBy: new iam.ServicePrincipal('glue.amazonaws.com') });
    lake.grantReadWrite(role);
    const job = new glue.CfnJob(stack, 'Transform', {
      role: role.roleArn,
      command: { name: 'glueetl', scriptLocation: lake.s3UrlForObject('scripts/transform.py') },
      glueVersion: '4.0',
      workerType: 'G.1X',
      numberOfWorkers: 10,
    });
    new stepfunctions.StateMachine(stack, 'Nightly', {
      definitionBody: stepfunctions.DefinitionBody.fromChainable(new GlueStartJobRun(stack, 'Run', { glueJobName: job.ref })),
    });
  },
  usage: {
    Lake: { storedGb: 2_000, putRequests: 1_000_000, getRequests: 10_000_000 },
    Transform: { dpuHours: 300 },
    Nightly: { stateTransitions: 100_000 },
  },
  // Storage and requests of the lake, 300 DPU-hours, and 100,000 transitions:
  // https://aws.amazon.com/s3/pricing/, https://aws.amazon.com/glue/pricing/, https://aws.amazon.com/step-functions/pricing/.
  handWorkedUsd: [...[2_000 * 0.023, 1_000 * 0.005, 10_000 * 0.0004], 300 * 0.44, 100 * 0.025],
};
