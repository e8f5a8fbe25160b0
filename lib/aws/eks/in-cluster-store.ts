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

/** Properties that are stored together in one generated secret; each other property has a secret of its own. */
const COMBINED: ReadonlySet<string> = new Set(['username', 'password']);

/** Property of a secret with a single property. */
const VALUE = 'value';

/** Resources of a data store that runs in the cluster: its log group and the secrets that its objects use. */
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
    const requested = context.cluster.requestedProperties(id);
    if ([...requested].some((property) => COMBINED.has(property))) {
      this.secret('Secret', this.name(), 'password', requested.has('username') ? { username: USER } : {});
    }
    for (const property of [...requested].filter((each) => !COMBINED.has(each))) {
      this.secret(`Secret${outputPrefix(property)}`, `${this.name()}/${property}`, VALUE, {});
    }
  }

  /** The secret and property in Secrets Manager for a property that the objects of the store request. */
  placeOf(property: string): SecretProperty {
    return COMBINED.has(property) ? { key: this.name(), property } : { key: `${this.name()}/${property}`, property: VALUE };
  }

  private name(): string {
    return secretName(this.context.primaryStackName, this.node.id);
  }

  private secret(id: string, name: string, generated: string, given: Readonly<Record<string, string>>): void {
    const secret = new secretsmanager.Secret(this, id, {
      secretName: name,
      description: `credentials of ${this.node.id}`,
      // Retained like the volumes, which need the password.
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(given),
        generateStringKey: generated,
        passwordLength: PASSWORD_CHARACTERS,
        excludePunctuation: true,
      },
    });
    secret.grantRead(this.context.cluster.secretReader);
    acknowledge(secret, {
      SMG4: 'The password is set when the server first starts; changing it is an operational task inside the server.',
    });
  }
}
