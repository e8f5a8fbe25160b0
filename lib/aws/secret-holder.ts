import type { Construct } from 'constructs';

/** A property of a secret in Secrets Manager. */
export interface SecretProperty {
  /** Name or ARN of the secret. */
  readonly key: string;
  /** JSON property of the secret. */
  readonly property: string;
}

/** A component with a secret that objects in a cluster request. */
export interface SecretHolder extends Construct {
  /** The secret and property for a property that objects of the chart request. */
  placeOf(property: string): SecretProperty;
}

/** Whether the construct has a secret for objects in a cluster. */
export function isSecretHolder(construct: Construct): construct is SecretHolder {
  return 'placeOf' in construct;
}
