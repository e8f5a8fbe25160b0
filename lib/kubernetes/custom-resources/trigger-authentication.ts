import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** TriggerAuthentication of KEDA, as far as we use it. */
export interface TriggerAuthenticationSpec {
  readonly podIdentity?: { readonly provider: 'aws' };
  readonly secretTargetRef?: readonly { readonly parameter: string; readonly name: string; readonly key: string }[];
}

export class TriggerAuthentication extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: TriggerAuthenticationSpec },
  ) {
    super(scope, id, { apiVersion: 'keda.sh/v1alpha1', kind: 'TriggerAuthentication', metadata, spec });
  }
}
