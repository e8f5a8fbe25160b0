import { RemovalPolicy } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { DATA_STORE_USER } from '../../conventions/data-stores';
import { acknowledge } from '../acknowledge';
import type { EksContext } from '../build-context';
import { outputPrefix } from '../names';
import type { SecretHolder, SecretProperty } from '../secret-holder';
import { workloadLogGroupName } from './workload-logs';

const PASSWORD_CHARACTERS = 32;

/** Properties that are stored together in one generated secret; each other property has a secret of its own. */
const COMBINED: ReadonlySet<string> = new Set(['username', 'password']);

/** Key of the combined secret of a store. */
const COMBINED_ID = 'credentials';

/** Property of a secret with a single property. */
const VALUE = 'value';

/** Resources of a data store that runs in the cluster: its log group and the secrets that its objects use. */
export class InClusterStore extends Construct implements SecretHolder {
  /** By property; the combined one by its own key. */
  private readonly secrets = new Map<string, secretsmanager.Secret>();

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
      this.secrets.set(COMBINED_ID, this.secret('Secret', 'password', requested.has('username') ? { username: DATA_STORE_USER } : {}));
    }
    for (const property of [...requested].filter((each) => !COMBINED.has(each))) {
      this.secrets.set(property, this.secret(`Secret${outputPrefix(property)}`, VALUE, {}));
    }
  }

  /** See SecretHolder. */
  placeOf(property: string): SecretProperty {
    const secret = this.secrets.get(COMBINED.has(property) ? COMBINED_ID : property);
    if (secret === undefined) throw new Error(`no object requests ${property} of ${this.node.id}`);
    return { key: secret.secretArn, property: COMBINED.has(property) ? property : VALUE };
  }

  private secret(id: string, generated: string, given: Readonly<Record<string, string>>): secretsmanager.Secret {
    const secret = new secretsmanager.Secret(this, id, {
      description: `credentials of ${this.node.id}`,
      // Retained like the volumes, which need the password.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
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
    return secret;
  }
}
