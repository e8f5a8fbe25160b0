import { RemovalPolicy } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import type { EksContext } from '../build-context';
import { outputPrefix } from '../names';
import { secretName } from '../regional-names';
import type { SecretProperty } from './kubernetes-objects';
import { workloadLogGroupName } from './workload-logs';

const USER = 'app';
const PASSWORD_CHARACTERS = 32;

/** Properties that one generated secret can have together; each other is a secret of its own. */
const TOGETHER: ReadonlySet<string> = new Set(['username', 'password']);

/** Property of a secret that has one alone. */
const VALUE = 'value';

/** What a data store in containers has outside of its cluster: a log, and the secrets that its objects ask for. */
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
    const asked = context.cluster.askedOf(id);
    if ([...asked].some((property) => TOGETHER.has(property))) {
      this.secret('Secret', this.name(), 'password', asked.has('username') ? { username: USER } : {});
    }
    for (const property of [...asked].filter((each) => !TOGETHER.has(each))) {
      this.secret(`Secret${outputPrefix(property)}`, `${this.name()}/${property}`, VALUE, {});
    }
  }

  /** Where a property that its objects ask for is kept. */
  placeOf(property: string): SecretProperty {
    return TOGETHER.has(property) ? { key: this.name(), property } : { key: `${this.name()}/${property}`, property: VALUE };
  }

  private name(): string {
    return secretName(this.context.primaryStackName, this.node.id);
  }

  private secret(id: string, name: string, generated: string, given: Readonly<Record<string, string>>): void {
    const secret = new secretsmanager.Secret(this, id, {
      secretName: name,
      description: `credentials of ${this.node.id}`,
      // As long as volumes are kept, so is the way into them.
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(given),
        generateStringKey: generated,
        passwordLength: PASSWORD_CHARACTERS,
        excludePunctuation: true,
      },
    });
    secret.grantRead(this.context.cluster.secretReader);
    acknowledge(secret, { SMG4: 'The password is set when the server first starts; changing it is an operation inside the server.' });
  }
}
