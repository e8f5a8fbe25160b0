import { RemovalPolicy } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import type { EksContext } from './build-context';
import { secretName } from './regional-names';
import { workloadLogGroupName } from './workload-logs';

const USER = 'app';
const PASSWORD_CHARACTERS = 32;

/** What a data store in containers has outside of its cluster: a log, and the secret that its objects ask for. */
export class InClusterStore extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly context: EksContext,
  ) {
    super(scope, id);
    new logs.LogGroup(this, 'Logs', {
      logGroupName: workloadLogGroupName(this, id),
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  /** Makes the secret with the properties that the objects ask for. */
  addSecret(properties: ReadonlySet<string>): void {
    const { cluster, primaryStackName } = this.context;
    const secret = new secretsmanager.Secret(this, 'Secret', {
      secretName: secretName(primaryStackName, this.node.id),
      description: `credentials of ${this.node.id}`,
      // As long as volumes are kept, so is the way into them.
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(properties.has('username') ? { username: USER } : {}),
        generateStringKey: 'password',
        passwordLength: PASSWORD_CHARACTERS,
        excludePunctuation: true,
      },
    });
    secret.grantRead(cluster.secretReader);
    acknowledge(secret, { SMG4: 'The password is set when the server first starts; changing it is an operation inside the server.' });
  }
}
